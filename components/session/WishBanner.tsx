import type { ComponentChildren } from 'preact';
import type { Ask } from '../../lib/log/ask-store.ts';
import '../ui/ui.css';
import { hostOf } from '../../lib/http/host-of.ts';
import { Banner } from './Banner.tsx';
import type { WishStage } from './use-wishes.ts';

interface WishBannerProps {
  readonly stage: WishStage;
  /** Where it is shown: only the popup can ask for access in both browsers. */
  readonly screen: 'panel' | 'popup';
  readonly onPerform: (ask: Ask) => void;
  readonly onDismiss: () => void;
}

/** Says where the last thing a person pressed for stands. */
export function WishBanner({ stage, screen, onPerform, onDismiss }: WishBannerProps) {
  const dismiss = (
    <button type="button" class="button" onClick={onDismiss}>
      Dismiss
    </button>
  );
  switch (stage.is) {
    case 'waiting':
      return screen === 'popup' && stage.ask ? (
        <AskBanner title="Allow access?" ask={stage.ask} onPerform={onPerform}>
          {dismiss}
        </AskBanner>
      ) : (
        <Banner
          tone="warn"
          urgent
          title="Confirm in the popup that opened."
          text="This browser gives access only from there. If it is closed, press the CoCart button in the toolbar."
        >
          {dismiss}
        </Banner>
      );
    case 'next':
      return (
        <AskBanner title="One more press is needed." ask={stage.ask} onPerform={onPerform}>
          {dismiss}
        </AskBanner>
      );
    case 'failed': {
      const { what, why, todo } = stage.failure;
      return (
        <Banner tone="bad" urgent title={what} text={[why, todo].filter(Boolean).join(' ')}>
          {dismiss}
        </Banner>
      );
    }
    case 'none':
    case 'running':
    case 'acted':
    case 'checked':
    case 'loaded':
    case 'signed':
      return null;
  }
}

interface AskBannerProps {
  readonly title: string;
  readonly ask: Ask;
  readonly onPerform: (ask: Ask) => void;
  readonly children: ComponentChildren;
}

/** What access is wanted for and to which sites, with the press that asks the browser for it. */
function AskBanner({ title, ask, onPerform, children }: AskBannerProps) {
  const text = `${ask.reason} Needs access to ${ask.origins.map(hostOf).join(' and ')}.`;
  return (
    <Banner tone="warn" urgent title={title} text={text}>
      <button type="button" class="button button-primary" onClick={() => onPerform(ask)}>
        Allow and go on
      </button>
      {children}
    </Banner>
  );
}
