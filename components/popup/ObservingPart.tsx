import { useId } from 'preact/hooks';
import type { Glance } from '../../lib/glance.ts';
import type { PopupHost } from '../../lib/host.ts';
import { hostOf } from '../../lib/http/host-of.ts';
import { askObserve } from '../../lib/log/ask-observe.ts';
import type { Ask } from '../../lib/log/ask-store.ts';
import { OBSERVING } from '../../lib/optional-permission.ts';
import { Banner } from '../session/Banner.tsx';
import { unreachableText } from '../session/unreachable-text.ts';
import '../ui/ui.css';

interface ObservingPartProps {
  readonly host: PopupHost;
  readonly glance: Glance;
  /** True where a key is on the screen: then there is nothing to offer. */
  readonly hasKey: boolean;
  readonly busy: boolean;
  readonly onPerform: (ask: Ask) => void;
}

/** Hearing a page's calls with DevTools closed: offered where no key was found, and always to be stopped. */
export function ObservingPart({ host, glance, hasKey, busy, onPerform }: ObservingPartProps) {
  const { page, lanes, observing } = glance;
  const { state, missing } = observing;
  const url = page?.url ?? '';
  if (host.tabId === null || unreachableText(url) !== null) return null;
  if (state === 'off') {
    const known = lanes.find(({ address }) => address.namespace !== '');
    const ask = askObserve(host.tabId, url, known ? [known.address.origin] : []);
    return ask && !hasKey && <Offer ask={ask} busy={busy} onPerform={onPerform} />;
  }
  const ask = missing.length > 0 ? askObserve(host.tabId, url, missing) : null;
  return (
    <>
      {ask && (
        <Banner
          tone="warn"
          urgent
          title={`This page calls ${missing.map(hostOf).join(' and ')}.`}
          text="To hear those calls takes access to where they go."
        >
          <button
            type="button"
            class="button button-primary"
            disabled={busy}
            onClick={() => onPerform(ask)}
          >
            Allow and go on
          </button>
        </Banner>
      )}
      {state === 'unproven' && (
        <Banner
          tone="plain"
          title="This browser may have to be restarted once."
          text="It tells of calls at once where another extension listens already (an ad blocker, say), and else from its next start on."
        />
      )}
      <section class="popup-part" aria-label="Listening">
        <p>
          The calls of <bdi>{hostOf(url)}</bdi> are heard as they happen.
          {!hasKey && ' Act in the shop: what names a cart key appears here.'}
        </p>
        <button type="button" class="button" onClick={() => void host.revoke(OBSERVING)}>
          Stop listening
        </button>
      </section>
    </>
  );
}

interface OfferProps {
  readonly ask: Ask;
  readonly busy: boolean;
  readonly onPerform: (ask: Ask) => void;
}

function Offer({ ask, busy, onPerform }: OfferProps) {
  const id = useId();
  return (
    <section class="popup-part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Key in the page’s memory alone?</h2>
      <p>Then no cookie and no storage has it, but the page’s own calls carry it.</p>
      <button
        type="button"
        class="button"
        disabled={busy}
        aria-describedby={`${id}-reason`}
        onClick={() => onPerform(ask)}
      >
        Listen to the page’s calls
      </button>
      <p id={`${id}-reason`} class="muted">
        Asks for access first. {ask.reason} It holds for all sites that access was given to, until
        you stop it.
      </p>
    </section>
  );
}
