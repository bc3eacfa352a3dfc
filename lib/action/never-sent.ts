import { KEY_PARAMETERS } from '../cocart/key-places.ts';
import { type CallName, matchRoute } from '../cocart/routes.ts';
import { CREDENTIAL_NAMES } from '../http/hide-credentials.ts';
import type { SentCall } from './sent-call.ts';

/** Calls that need more than a cart's key, or do something else than act on one. */
const NEVER_AGAIN: ReadonlyMap<CallName, string> = new Map([
  ['login', 'sign in on the Session screen'],
  ['logout', 'sign out on the Session screen'],
  ['sessions', 'an administrator’s credentials are not kept'],
  ['session', 'an administrator’s credentials are not kept'],
  ['session-items', 'an administrator’s credentials are not kept'],
  ['delete-session', 'an administrator’s credentials are not kept'],
  ['batch', 'a batch is not sent again in one'],
]);

/** WordPress would take the call for another one than the one that is shown. */
export const OVERRIDDEN = 'it names another method than its own (_method, X-HTTP-Method-Override)';

const SECRET = new RegExp(`^(?:${CREDENTIAL_NAMES}|username)$`, 'i');

/** A field of a JSON, urlencoded or multipart body. */
const fieldOf = (names: string) => new RegExp(`(?:^|[&"'\\s])(?:${names})(?:["']|=)`, 'i');
const SECRET_FIELD = fieldOf(`${CREDENTIAL_NAMES}|username`);
// CoCart reads the key from the form as well, and there it goes before the query.
const KEY_FIELD = fieldOf(KEY_PARAMETERS.join('|'));

/**
 * Why a call is never sent from here, heard or written by hand; null where it may be. It would reach
 * another cart than the one that is shown, be another call, or carry what signs a person in.
 */
export function whyNeverSent({ api, method, route, query, body }: SentCall): string | null {
  const known = matchRoute(api, method, route);
  const never = known && NEVER_AGAIN.get(known.call);
  if (never) return never;
  const names = query.map(([name]) => name.toLowerCase());
  const text = body ?? '';
  if (names.includes('_method') || fieldOf('_method').test(text)) return OVERRIDDEN;
  if (names.some((name) => SECRET.test(name)) || SECRET_FIELD.test(text)) {
    return 'it carries a password or a token, which is not sent again';
  }
  if (names.some((name) => KEY_PARAMETERS.includes(name)) || KEY_FIELD.test(text)) {
    return 'it names a cart by a key of its own, which may be another one';
  }
  return null;
}
