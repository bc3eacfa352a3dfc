import type { StoreAddress } from '../../lib/cocart/reading.ts';
import { explainNothing, type Surroundings } from '../../lib/nothing-found.ts';
import '../ui/ui.css';
import './session.css';
import { StoreForm } from './StoreForm.tsx';

interface NothingProps {
  readonly around: Surroundings;
  readonly busy: boolean;
  /** What access would be asked for, and why; null when the page's address is not known. */
  readonly reason: string | null;
  /** True when that access was given already. */
  readonly hasAccess: boolean;
  readonly onReload: () => void;
  readonly onLook: (store: StoreAddress | null) => void;
}

/** The screen without a cart: why, and the steps that mend it. */
export function Nothing({ around, busy, reason, hasAccess, onReload, onLook }: NothingProps) {
  const { title, why, steps } = explainNothing(around);
  const primary = (step: string) => (steps[0] === step ? 'button button-primary' : 'button');
  // The panel has a header above with its own heading.
  const Heading = around.screen === 'popup' ? 'h1' : 'h2';
  const canLook = steps.includes('look');
  return (
    <section class="nothing" aria-labelledby="nothing-title">
      <Heading id="nothing-title">{title}</Heading>
      {why.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {steps.length > 0 && (
        <p class="nothing-steps">
          {steps.includes('reload') && (
            <button type="button" class={primary('reload')} onClick={onReload}>
              Reload the page
            </button>
          )}
          {canLook && (
            <button
              type="button"
              class={primary('look')}
              disabled={busy || reason === null}
              aria-describedby="nothing-reason"
              onClick={() => onLook(null)}
            >
              {busy ? 'Looking…' : 'Find this page’s cart'}
            </button>
          )}
        </p>
      )}
      {canLook && (
        <p id="nothing-reason" class="muted">
          {reason === null
            ? 'The address of the page is not known yet. Reload it first.'
            : `${hasAccess ? 'Uses the access already given.' : 'Asks for access first.'} ${reason}`}
        </p>
      )}
      {steps.includes('name-store') && <StoreForm busy={busy} onStore={onLook} />}
    </section>
  );
}
