import { useState } from 'preact/hooks';
import type { SeenPage } from '../../lib/capture.ts';
import { isFromBefore } from '../../lib/log/call.ts';
import type { Dropped } from '../../lib/log/kept-calls.ts';
import type { Lane } from '../../lib/log/lane.ts';
import { clockText } from '../../lib/time-text.ts';
import { Banner } from '../session/Banner.tsx';
import { outdatedWords, partsText, troubleWords } from '../session/call-words.ts';

interface BannersProps {
  readonly lane: Lane;
  readonly page: SeenPage | null;
  readonly dropped: Dropped;
  readonly now: number;
  /** Null where the cart cannot be asked for. */
  readonly onRefresh: (() => void) | null;
  readonly onReload: () => void;
}

/** What has to be known before believing the cart below. */
export function Banners({ lane, page, dropped, now, onRefresh, onReload }: BannersProps) {
  const { cart, trouble } = lane;
  const refresh = onRefresh && (
    <button type="button" class="button" onClick={onRefresh}>
      Refresh to see it
    </button>
  );
  const told = cart && partsText(cart.parts, cart.cause, now);
  const itemsOnly = cart?.cart.lines && !cart.parts.some(({ part }) => part === 'items');
  return (
    <>
      {trouble && <Banner tone="bad" urgent {...troubleWords(trouble, cart !== null, now)} />}
      {cart && isFromBefore(cart.cause, page) && page && (
        <Banner
          tone="plain"
          title="From before."
          text={
            page.heardFromStart === false
              ? `It was heard at ${clockText(cart.cause.answeredAt, now)}, before DevTools was opened anew: what the page has done in between is not known.`
              : `The page was loaded anew at ${clockText(page.since, now)}, and no call about this cart was heard since.`
          }
        />
      )}
      {cart?.outdated && (
        <Banner tone="warn" urgent {...outdatedWords(cart.outdated, now)}>
          {refresh}
        </Banner>
      )}
      {told && <Banner tone="plain" title="Put together." text={told} />}
      {itemsOnly && (
        <Banner
          tone="warn"
          title="Not the whole cart."
          text="Answers told single items only; the cart may hold more."
        >
          {refresh}
        </Banner>
      )}
      {page && <LateNote key={page.since} page={page} onReload={onReload} />}
      <DroppedNote dropped={dropped} />
    </>
  );
}

interface LateNoteProps {
  readonly page: SeenPage;
  readonly onReload: () => void;
}

function LateNote({ page, onReload }: LateNoteProps) {
  const [dismissed, setDismissed] = useState(false);
  if (page.heardFromStart !== false || dismissed) return null;
  return (
    <Banner
      tone="plain"
      title="Opened late: reload to see the rest."
      text="Calls made before DevTools was opened are not all told."
    >
      <button type="button" class="button" onClick={onReload}>
        Reload the page
      </button>
      <button type="button" class="button" onClick={() => setDismissed(true)}>
        Dismiss
      </button>
    </Banner>
  );
}

function DroppedNote({ dropped }: { readonly dropped: Dropped }) {
  const { bodies, calls } = dropped;
  if (bodies + calls === 0) return null;
  const parts = [
    bodies > 0 ? `the bodies of ${bodies} older call${bodies === 1 ? '' : 's'}` : '',
    calls > 0 ? `${calls} older call${calls === 1 ? '' : 's'} as a whole` : '',
  ].filter(Boolean);
  return (
    <Banner tone="plain" title="Dropped to stay within memory:" text={`${parts.join(', and ')}.`} />
  );
}
