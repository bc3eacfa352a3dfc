import { maskKey } from '../../lib/cocart/cart-key.ts';
import { isSessionCookieName } from '../../lib/cocart/session-cookie.ts';
import type { KeptKeys } from '../../lib/identity/kept-keys.ts';
import {
  adoptKey,
  forgetSession,
  type KeyPlan,
  startNew,
} from '../../lib/identity/plan-key-edits.ts';
import { whatNoKeyMeans } from '../../lib/session/no-key-follows.ts';

/** What may be done with the keys that the page keeps. */
export interface KeyChoice extends KeyPlan {
  readonly title: string;
  /** What comes of the changes. */
  readonly effect: string;
  /** What comes of the places that stay. */
  readonly follows: string;
}

/**
 * Everything that changes something, and an adoption also where it can only be said why it does not. The
 * words promise no more than what was found: a front end may keep its key where nobody looked.
 */
export function keyChoices(
  kept: KeptKeys,
  carts: readonly { readonly key: string; readonly name: string }[],
): readonly KeyChoice[] {
  const fresh = startNew(kept);
  const takesSession = fresh.edits.some(
    (edit) => edit.in === 'cookie' && isSessionCookieName(edit.cookie.name),
  );
  const adoptions = carts.map(({ key, name }): KeyChoice => {
    const plan = adoptKey(kept, key);
    const effect =
      plan.edits.length > 0
        ? `Where a key stands below, it gives way to ${maskKey(key)}, and the page asks for that cart from then on.`
        : 'What holds a key cannot be changed here.';
    const follows = 'These stay as they are. Where the page goes by one, it asks for another cart:';
    return { ...plan, title: `Adopt ${name}`, effect, follows };
  });
  const others: readonly KeyChoice[] = [
    {
      ...fresh,
      title: 'Start a new guest cart',
      effect: [
        'What is listed below is taken out.',
        whatNoKeyMeans(kept.version),
        takesSession &&
          'So CoCart’s session cookie goes as well; shops before 4.2 keep the cart of their own pages by it, too.',
        'The cart from before stays with the store. Who is signed in keeps their own.',
      ]
        .filter(Boolean)
        .join(' '),
      follows:
        'These stay. Where the page or the store goes by one of them, the same cart may come back:',
    },
    {
      ...forgetSession(kept),
      title: 'Forget the session',
      effect: 'The keys and session cookies below are taken out. A sign-in stays.',
      follows: 'These stay, and may still hold a key or a session:',
    },
  ];
  return [
    ...adoptions.filter(
      ({ edits, stays }) => edits.length > 0 || stays.some(({ holdsKey }) => holdsKey),
    ),
    ...others.filter(({ edits }) => edits.length > 0),
  ];
}
