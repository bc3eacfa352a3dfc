import type { Outcome } from '../outcome.ts';
import { succeed } from '../outcome.ts';
import { holdsOf } from './cart-holds.ts';
import type { KeyCheck } from './load-report.ts';
import type { LoadRequest } from './load-request.ts';
import { risksOfLoading } from './load-risks.ts';
import { refusalToLoad } from './load-rules.ts';
import { caseOf, type Loader } from './loader.ts';
import { readBoth } from './read-both.ts';

/**
 * What a key opens, whether it may be loaded, and what the browser would lose by that, as the version
 * has it which the carts tell. Where a rule speaks against loading already, the store is not asked.
 */
export async function checkKey(request: LoadRequest, loader: Loader): Promise<Outcome<KeyCheck>> {
  const session = await loader.readSession();
  const unread = await caseOf(request, session, loader);
  const refusal = refusalToLoad(unread);
  const browser = session.key === null ? null : { key: session.key, holds: null };
  const hashed = request.hash !== null;
  if (refusal) {
    const unasked = { request: { ...request, hash: null }, hashed };
    return succeed({ ...unasked, holds: null, browser, refusal, risks: [] });
  }
  const read = await readBoth(unread, session, loader);
  if (!read.ok) return read;
  const { found, wanted, own } = read.value;
  return succeed({
    request: { ...found.request, hash: null },
    hashed,
    holds: wanted && holdsOf(wanted),
    browser: browser && { ...browser, holds: own && holdsOf(own) },
    refusal: refusalToLoad(found),
    risks: risksOfLoading(found),
  });
}
