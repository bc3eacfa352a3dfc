import type { PlannedAct } from '../action/act.ts';
import { identityOf } from '../action/lane-target.ts';
import { plannedRebuild, planRebuild } from '../action/rebuild-plan.ts';
import type { WriteTarget } from '../action/write-target.ts';
import type { Cart } from '../cart/cart.ts';
import type { Host } from '../host.ts';
import type { Call } from '../log/call.ts';
import { laneIdOf } from '../log/call.ts';
import type { CartLog } from '../log/cart-log.ts';
import { fail, type Outcome, succeed } from '../outcome.ts';
import { heardLines } from '../snapshot/heard-lines.ts';
import { recipeOf } from '../snapshot/recipe-of.ts';

/** The cart that a call was about, as a target of writes: a guest's by its key, a customer's by the sign-in. */
export function targetOfCall(
  call: Call,
  version: string | null,
  routes: readonly string[] | null,
): Outcome<WriteTarget> {
  const { address, api, key } = call;
  if (address.namespace === '') {
    return fail(
      CANNOT,
      'A front end passes it on, and the store’s own address was not heard.',
      'Say once on the Session screen which store is behind it.',
    );
  }
  if (key === null) {
    return fail(CANNOT, 'Neither the call nor its answer told a key.', 'Choose another call.');
  }
  return succeed({ store: address, api, version, ...identityOf(key), routes });
}

/** The way from the cart as it is now to the one from before a call. Sends nothing. */
export async function planRestore(
  log: Pick<CartLog, 'lanes' | 'cartOf'>,
  host: Pick<Host, 'readRoutes' | 'readEveryCapture'>,
  call: Call,
  before: Cart,
): Promise<Outcome<PlannedAct>> {
  const laneId = laneIdOf(call);
  const lane = log.lanes.value.find(({ id }) => id === laneId);
  // It is rebuilt by v2, whatever told the cart.
  const routes = (await host.readRoutes(call.address))?.v2 ?? null;
  const target = targetOfCall(call, lane?.version ?? call.version, routes);
  if (!target.ok) return target;
  const now = call.key === null ? null : log.cartOf(laneId, call.key);
  if (!now) {
    return fail(CANNOT, 'What is in it now is not known.', REFRESH);
  }
  if (now.outdated) {
    const { by } = now.outdated;
    return fail(
      CANNOT,
      `${by.label} changed it since and did not tell what is in it now.`,
      REFRESH,
    );
  }
  const observed = heardLines(await host.readEveryCapture(), call.address, call.key);
  const wanted = recipeOf(before, observed);
  const rebuild = planRebuild({ current: now.cart, wanted, target: target.value, observed });
  return succeed(plannedRebuild(`Restore the cart from before ${call.label}`, rebuild));
}

const REFRESH = 'Refresh the cart, then try again.';

const CANNOT = 'This cart cannot be changed from here.';
