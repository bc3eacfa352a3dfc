import type { ActingHost } from '../host.ts';
import {
  carryOutMessage,
  hasAccessMessage,
  readGrantsMessage,
  revokeMessage,
} from '../messages.ts';
import type { OptionalPermission } from '../optional-permission.ts';
import type { Outcome } from '../outcome.ts';
import { failureFrom, succeed } from '../outcome.ts';
import { permissionsOf, type WishResult, type WishStatus } from '../wish.ts';
import { send } from './messaging.ts';
import { noAccess } from './no-access.ts';
import { cancelWish, dismissWish, putWish, readWish, watchWish, withdrawWish } from './wishes.ts';

/** In what the pages of the extension differ when access is asked for. */
interface Asking {
  /** Null where this page cannot ask. */
  readonly ask:
    | ((origins: readonly string[], permissions: readonly OptionalPermission[]) => Promise<boolean>)
    | null;
  openPopup(): Promise<Outcome<null>>;
}

type TabHost = Omit<ActingHost, 'reload'>;

/** What panel and popup do alike for the tab they look at. */
export function createTabHost(tabId: number, { ask, openPopup }: Asking): TabHost {
  return {
    tabId,
    hasAccess: async (origins) => {
      const answer = await send(hasAccessMessage, { origins: [...origins], permissions: [] });
      return answer.ok && answer.value;
    },
    async perform(wish, origins, reason, secret) {
      const status: WishStatus = {
        id: crypto.randomUUID(),
        wish,
        origins,
        reason,
        askedAt: Date.now(),
        state: { is: 'waiting' },
        ...(ask === null
          ? { withheld: 'not-asked' }
          : secret !== undefined && { withheld: 'secret' }),
      };
      // Begun before the prompt, for a popup may close under it; not awaited, for the press would be over.
      const kept = putWish(status);
      const permissions = permissionsOf(wish);
      const carryOut = () => send(carryOutMessage, { tabId: wish.tabId, id: status.id, secret });
      if (ask === null) {
        await kept;
        const access = await send(hasAccessMessage, {
          origins: [...origins],
          permissions: [...permissions],
        });
        if (access.ok && access.value) return carryOut();
        const opened = await openPopup();
        return opened.ok ? succeed<WishResult>('waiting-in-popup') : opened;
      }
      try {
        const [given] = await Promise.all([ask(origins, permissions), kept]);
        if (given) return carryOut();
      } catch (error) {
        await withdrawWish(status);
        return notAsked(error);
      }
      await withdrawWish(status);
      return noAccess(origins);
    },
    readWish: () => readWish(tabId),
    watchWish: (listener) => watchWish(tabId, listener),
    dismissWish: () => dismissWish(tabId),
    async openActDesk() {
      const { createActDesk } = await import('./act-desk.ts');
      return createActDesk(() => cancelWish(tabId));
    },
    async readGrants() {
      const answer = await send(readGrantsMessage, {});
      return answer.ok ? answer.value : [];
    },
    async revoke(pattern) {
      await send(revokeMessage, { pattern });
    },
  };
}

function notAsked(error: unknown): Outcome<never> {
  return { ok: false, failure: failureFrom(error, 'The browser could not ask for access.') };
}
