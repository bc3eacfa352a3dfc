import type { Outcome } from '../outcome.ts';
import { succeed } from '../outcome.ts';
import { holdsOf } from './cart-holds.ts';
import type { KeyCheck } from './load-report.ts';
import type { LoadRequest } from './load-request.ts';
import { refusalToLoad, risksOfLoading } from './load-rules.ts';
import { caseOf, type Loader, readSessionCart, readWanted } from './loader.ts';

/**
 * What a key opens, whether it may be loaded, and what the browser would lose by that. Where a rule
 * speaks against loading already, the store is not asked.
 */
export async function checkKey(request: LoadRequest, loader: Loader): Promise<Outcome<KeyCheck>> {
  const session = await loader.readSession();
  const found = await caseOf(request, session, loader);
  const refusal = refusalToLoad(found);
  const browser = session.key === null ? null : { key: session.key, holds: null };
  const checked = { request: { ...request, hash: null }, hashed: request.hash !== null };
  if (refusal) {
    return succeed({ ...checked, holds: null, browser, refusal, risks: [] });
  }
  const own = await readSessionCart(request, session, loader);
  if (own && !own.ok) return own;
  // Last, so that screens which show the newest cart show the one that was asked for.
  const wanted = await readWanted(request, loader);
  if (wanted && !wanted.ok) return wanted;
  const holds = wanted && holdsOf(wanted.value);
  return succeed({
    ...checked,
    holds,
    browser: browser && { ...browser, holds: own && holdsOf(own.value) },
    refusal: refusalToLoad({ ...found, lines: holds?.lines ?? null }),
    risks: risksOfLoading(found),
  });
}
