import type { ComponentChildren } from 'preact';
import './session.css';

interface BannerProps {
  readonly tone: 'plain' | 'good' | 'warn' | 'bad';
  readonly title: string;
  readonly text?: string | undefined;
  /** Said to screen readers when it comes; for what a person has to know at once. */
  readonly urgent?: boolean;
  /** Buttons. */
  readonly children?: ComponentChildren;
}

/** One line above the cart: what happened, what it means, and what can be done. */
export function Banner({ tone, title, text, urgent = false, children }: BannerProps) {
  return (
    <div class={`banner banner-${tone}`} role={urgent ? 'status' : undefined}>
      <p>
        <strong>
          <bdi>{title}</bdi>
        </strong>
        {text && (
          <>
            {' '}
            <bdi>{text}</bdi>
          </>
        )}
      </p>
      {children && <span class="banner-actions">{children}</span>}
    </div>
  );
}
