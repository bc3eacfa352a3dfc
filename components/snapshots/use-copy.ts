import { useEffect, useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { GlanceLane } from '../../lib/glance.ts';
import type { Host } from '../../lib/host.ts';
import { newGuestKey } from '../../lib/load-cart/new-guest-key.ts';
import { planCopy } from '../../lib/load-cart/plan-copy.ts';
import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
import type { WishStage } from '../session/use-wishes.ts';

/** A snapshot that was built as a cart of its own. */
export interface Copy {
  readonly name: string;
  /** The guest's key it was built under. */
  readonly key: string;
}

interface Copying {
  /** The last that was built, until it is closed or another is planned. */
  readonly built: Copy | null;
  /** Plans it under a new guest's key; null where the store's own address is not known. */
  readonly plan: (snapshot: Snapshot) => Promise<PlannedAct | null>;
  readonly close: () => void;
}

/**
 * Follows a snapshot on its way into the browser: it is built first, then loaded like every other cart.
 * The act that builds it tells of it, so that its key is found whichever screen was left or closed meanwhile.
 *
 * @param host tells the store's routes where the screen knows them: coupons and rates take one
 */
export function useCopy(
  host: Partial<Pick<Host, 'readRoutes'>>,
  lane: GlanceLane | null,
  stage: WishStage,
): Copying {
  const [built, setBuilt] = useState<Copy | null>(null);
  // Where it came half way only, the report says so, and what is there can be loaded all the same.
  const act = stage.is === 'acted' && stage.report.done > 0 ? stage.act : null;
  const name = act?.copyOf;
  const key = act?.target.key ?? null;
  useEffect(() => {
    if (name !== undefined && key !== null) setBuilt({ name, key });
  }, [name, key]);
  return {
    built,
    async plan(snapshot) {
      if (!lane || lane.address.namespace === '') return null;
      const { address: store, version } = lane;
      const routes = (await host.readRoutes?.(store))?.v2 ?? null;
      setBuilt(null);
      const target = { store, api: 'v2', version, key: newGuestKey(version), routes } as const;
      return planCopy(snapshot, target);
    },
    close: () => setBuilt(null),
  };
}
