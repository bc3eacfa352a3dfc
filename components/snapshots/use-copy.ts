import { useEffect, useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import type { GlanceLane } from '../../lib/glance.ts';
import type { Host } from '../../lib/host.ts';
import { newGuestKey } from '../../lib/load-cart/new-guest-key.ts';
import { planCopy } from '../../lib/load-cart/plan-copy.ts';
import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
import type { WishStage } from '../session/use-wishes.ts';

/** A snapshot that was put before the person to be built as a cart of its own. */
export interface Copy {
  readonly name: string;
  /** A guest's key of its own: by it the act that builds it is known among all others. */
  readonly key: string;
  readonly isBuilt: boolean;
}

interface Copying {
  /** Once it was built; null before. */
  readonly built: Copy | null;
  /** Plans it under a new guest's key; null where the store's own address is not known. */
  readonly plan: (snapshot: Snapshot) => Promise<PlannedAct | null>;
  readonly close: () => void;
}

/**
 * Follows a snapshot on its way into the browser: it is built first, then loaded like every other cart.
 *
 * @param host tells the store's routes where the screen knows them: coupons and rates take one
 */
export function useCopy(
  host: Partial<Pick<Host, 'readRoutes'>>,
  lane: GlanceLane | null,
  stage: WishStage,
): Copying {
  const [copy, setCopy] = useState<Copy | null>(null);
  useEffect(() => {
    if (!copy || stage.is !== 'acted' || stage.act?.target.key !== copy.key) return;
    // Where it came half way only, the report says so, and what is there can be loaded all the same.
    if (stage.report.done > 0 && !copy.isBuilt) setCopy({ ...copy, isBuilt: true });
  }, [stage, copy]);
  return {
    built: copy?.isBuilt ? copy : null,
    async plan(snapshot) {
      if (!lane || lane.address.namespace === '') return null;
      const { address: store, version } = lane;
      const routes = (await host.readRoutes?.(store))?.v2 ?? null;
      const key = newGuestKey(version);
      const planned = planCopy(snapshot, { store, api: 'v2', version, key, routes });
      setCopy({ name: snapshot.name, key, isBuilt: false });
      return planned;
    },
    close: () => setCopy(null),
  };
}
