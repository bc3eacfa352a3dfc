import {
  cookiePlace,
  type KeptKeys,
  type KeptPlace,
  readPlaces,
  sealedPlaces,
} from './kept-keys.ts';
import { type KeptSession, sessionsOf, whyNotChoosing, withMarks } from './kept-sessions.ts';
import type { KeyEdit } from './key-edit.ts';
import { replaceKey } from './replace-key.ts';
import { keyStays, mayStay, notRead, type Staying } from './staying.ts';
import { withoutKey } from './without-key.ts';

/** What an act changes, and what it has to leave. */
export interface KeyPlan {
  readonly edits: readonly KeyEdit[];
  readonly stays: readonly Staying[];
}

/**
 * Puts a key wherever the front end keeps one now, in the same entry or cookie and the same form, so
 * that its next call is about that cart. The store's own session cookie is signed: it is not among
 * these, and only the store can change it (`cocart-load-cart`).
 */
export function adoptKey(kept: KeptKeys, key: string): KeyPlan {
  const others = readPlaces(kept).filter(({ held }) => held !== key);
  const changed = others.map((place) => {
    const after = replaceKey(place.before, place.held, key);
    return { place, edit: after === null ? null : place.edit(after) };
  });
  const sealed = 'It is encrypted: only the front end can put a key there.';
  return {
    edits: changed.flatMap(({ edit }) => edit ?? []),
    stays: [
      ...changed.flatMap(({ place, edit }) => (edit ? [] : [keyStays(place, UNCLEAR)])),
      ...sealedPlaces(kept).map((place) => keyStays(place, sealed)),
      ...notRead(kept),
    ],
  };
}

/**
 * Takes away every key that the front end keeps, and nothing that stands beside it, with the session
 * cookie that would choose the cart in its stead: its next call begins a new guest's cart.
 */
export function startNew(kept: KeptKeys): KeyPlan {
  const keys = withoutKeys(kept);
  const sessions = sessionsOf(kept).flatMap(({ cookie, doubt }) => {
    const idle = whyNotChoosing(cookie, kept.version);
    // What may be another store's is of no interest where it would choose nothing in this one.
    return doubt !== null && idle !== null ? [] : [{ cookie, doubt: doubt ?? idle }];
  });
  return {
    edits: [...keys.edits, ...taken(sessions, kept)],
    stays: [...keys.stays, ...left(sessions), ...unknownStore(kept)],
  };
}

/**
 * Takes away the front end's keys and the session cookies of this store with what belongs to them.
 * Nothing where the browser has no such cookie: then it is what starting anew does.
 */
export function forgetSession(kept: KeptKeys): KeyPlan {
  const keys = withoutKeys(kept);
  const sessions = sessionsOf(kept);
  const edits = taken(sessions, kept);
  if (edits.length === 0) return { edits, stays: [] };
  return {
    edits: [...keys.edits, ...edits],
    stays: [...keys.stays, ...left(sessions), ...unknownStore(kept)],
  };
}

const UNCLEAR = 'The key in it could not be told from what stands around it.';

function withoutKeys(kept: KeptKeys): KeyPlan {
  const found = readPlaces(kept).map((place) => ({ place, after: withoutKey(place.before) }));
  const isStuck = ({ place, after }: (typeof found)[number]) => after === place.before;
  return {
    edits: [
      ...found.flatMap((one) => (isStuck(one) ? [] : [one.place.edit(one.after)])),
      ...sealedPlaces(kept).map(takenAway),
    ],
    stays: [
      ...found.filter(isStuck).map(({ place }) => keyStays(place, UNCLEAR)),
      ...notRead(kept),
    ],
  };
}

function taken(sessions: readonly KeptSession[], kept: KeptKeys): KeyEdit[] {
  const sure = sessions.flatMap(({ cookie, doubt }) => (doubt === null ? [cookie] : []));
  return withMarks(sure, kept).map((cookie) => takenAway(cookiePlace(cookie)));
}

function left(sessions: readonly KeptSession[]): Staying[] {
  return sessions.flatMap(({ cookie, doubt }) =>
    doubt === null ? [] : [mayStay(cookie.name, `cookie of ${cookie.domain}`, doubt)],
  );
}

/** Without a call to it nobody knows whose cookies to read. */
function unknownStore({ cookies, site }: KeptKeys): Staying[] {
  if (!cookies || site.storeUrl !== null) return [];
  const why = 'Which store the page calls is not known: only the page’s own cookies were read.';
  return [mayStay('Cookies of the store', null, why)];
}

function takenAway(place: KeptPlace): KeyEdit {
  return place.edit(null);
}
