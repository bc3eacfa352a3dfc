import type { SeenPage } from '../../lib/capture.ts';
import type { StoreAddress } from '../../lib/cocart/reading.ts';
import type { GlanceLane } from '../../lib/glance.ts';
import type { ActingHost } from '../../lib/host.ts';
import { hostOf } from '../../lib/http/host-of.ts';
import { type Ask, askLook } from '../../lib/log/ask-store.ts';
import { Nothing } from './Nothing.tsx';
import { unreachableText } from './unreachable-text.ts';
import { useAccess } from './use-access.ts';
import type { WishStage } from './use-wishes.ts';

interface NothingHereProps {
  readonly screen: 'panel' | 'popup';
  readonly host: ActingHost;
  readonly lanes: readonly GlanceLane[];
  readonly page: SeenPage | null;
  readonly stage: WishStage;
  readonly onLook: (ask: Ask) => void;
}

/** A screen without a cart: gathers what is known of its surroundings, and looks on a press. */
export function NothingHere({ screen, host, lanes, page, stage, onLook }: NothingHereProps) {
  const known = lanes.find(({ address }) => address.namespace !== '')?.address ?? null;
  const { tabId } = host;
  const askFor = (store: StoreAddress | null) =>
    tabId === null ? null : askLook(tabId, page?.url ?? null, store);
  const ask = askFor(known);
  const hasAccess = useAccess(host, ask?.origins ?? [], stage) === true;
  return (
    <Nothing
      around={{
        screen,
        // The popup knows the address of every page that it may look at; the panel learns it late.
        unreachable: unreachableText(page?.url ?? (screen === 'popup' ? '' : null)),
        heardFromStart: page?.heardFromStart ?? null,
        stores: [...new Set(lanes.map(({ address }) => hostOf(address.origin)))],
        unread: lanes.some((lane) => lane.unread),
        refused: lanes.some(({ trouble }) => trouble?.kind === 'error'),
        failure: stage.is === 'failed' ? stage.failure : null,
      }}
      busy={stage.is === 'running'}
      reason={ask?.reason ?? null}
      hasAccess={hasAccess}
      onReload={host.reload}
      onLook={(store) => {
        const wanted = store ? askFor(store) : ask;
        if (wanted) onLook(wanted);
      }}
    />
  );
}
