import { maskKey } from '../../lib/cocart/cart-key.ts';
import type { Sighting } from '../../lib/cocart/reading.ts';
import { hostOf } from '../../lib/http/host-of.ts';
import type { Call } from '../../lib/log/call.ts';
import type { Caller } from '../../lib/log/caller.ts';
import type { Lane } from '../../lib/log/lane.ts';
import { isObeyed, type ObeyingStore, obeys } from '../../lib/session/obeys.ts';
import type { SessionState } from '../../lib/session/session-finding.ts';
import type { SessionVerdict } from '../../lib/session/session-verdict.ts';
import { placeWord } from '../session/place-words.ts';
import { throughWords } from './through-words.ts';

/** Whose cart the panel shows, and how the store came to choose it. */
export interface Answer {
  readonly sentence: string;
  /** What to change or to know; null where nothing is wrong. */
  readonly todo: string | null;
  /** True where the code most likely has to change. */
  readonly wrong: boolean;
}

const ON_THE_WAY: ReadonlySet<Sighting['source']> = new Set([
  'query',
  'request-header',
  'request-body',
  'cookie',
]);

/** States in which the shown cart is not the one that a visitor gets next, and what to do then. */
const STATES: Partial<
  Readonly<Record<SessionState, { readonly is: string; readonly todo: string }>>
> = {
  expired: {
    is: 'Its session is over.',
    todo: 'Let the code drop this key and begin anew: the next answer names another.',
  },
  replaced: {
    is: 'Another cart has taken its place.',
    todo: 'Send the key of the cart that is meant, with every call.',
  },
  'never-existed': {
    is: 'The store has no such session.',
    todo: 'Send a key that an answer has named.',
  },
  'wrong-key': {
    is: 'The store does not take its key.',
    todo: 'Send a key that an answer has named, as it stands there; a signed-in customer needs none.',
  },
  'other-site': {
    is: 'Its session cookie was made for another site.',
    todo: 'Take the key from the cookie of this store: Cookies below says for which site each was made.',
  },
};

/** The answer to "whose cart is this?": by the call that told the cart, and what became of it since. */
export function answerWords(
  lane: Lane,
  store: ObeyingStore,
  verdict: SessionVerdict | null,
): Answer {
  const answer = byCall(lane, store);
  const state = verdict && STATES[verdict.state];
  if (!state) return answer;
  return {
    sentence: `${answer.sentence} ${state.is}`,
    todo: `${verdict.evidence} ${answer.wrong ? answer.todo : state.todo}`,
    wrong: true,
  };
}

function byCall(lane: Lane, store: ObeyingStore): Answer {
  const { whose, cart, unread, through } = lane;
  if (!cart) {
    return plain(
      unread
        ? `Calls about the cart ${maskKey(unread.key)} were heard in passing, before DevTools was opened; what is in it was not.`
        : 'Calls to the store were heard, but none told a cart.',
    );
  }
  if (through) return throughWords(lane, through);
  if (!whose) {
    return {
      sentence: 'This page shows a cart whose key no call and no answer told.',
      todo: 'Older answers name the key in the header X-CoCart-API alone: let the front end’s server pass it on.',
      wrong: false,
    };
  }
  const from = `${whoShows(cart.cause.caller)} shows`;
  if (whose.owner === 'customer') {
    return plain(
      `${from} the cart of customer ${whose.key}; the store knows the customer by the sign-in, not by a key.`,
    );
  }
  const shows = `${from} the guest cart ${maskKey(whose.key)}`;
  if (cart.cause.sender === 'extension') return plain(`${shows}, asked for here by its key.`);
  return { ...guestWords(shows, cart.cause, whose.key, store) };
}

function whoShows(caller: Caller): string {
  switch (caller.is) {
    case 'extension':
      return 'The panel';
    case 'elsewhere':
      return `A frame or page of ${hostOf(caller.origin)}`;
    default:
      return 'This page';
  }
}

function guestWords(shows: string, call: Call, key: string, store: ObeyingStore): Answer {
  const sent = call.sightings.filter(({ source }) => ON_THE_WAY.has(source));
  const obeyed = sent.filter((sighting) => isObeyed(obeys(sighting, store)));
  const winner = obeyed.find((sighting) => sighting.key === key);
  if (winner) return plain(`${shows}; the store reads it from the ${placeOf(winner)}.`);
  if (!call.keyNamed) {
    const [only] = sent.filter((sighting) => sighting.key === key);
    return {
      sentence: `${shows}, as the call sent it${only ? ` in the ${placeOf(only)}` : ''}; no answer confirmed it.`,
      todo: 'Whether the store took the key is told by an answer that names it: ask for the whole cart (GET cart).',
      wrong: false,
    };
  }
  const [other] = sent.filter((sighting) => sighting.key !== key);
  const [ignored] = sent.filter((sighting) => sighting.key === key);
  if (ignored) {
    return {
      sentence: `${shows}. The call sent its key in the ${placeOf(ignored)}, which this store does not obey.`,
      todo: obeys(ignored, store).why,
      wrong: true,
    };
  }
  if (other) {
    return {
      sentence: `${shows}, although the call sent ${maskKey(other.key)} in the ${placeOf(other)}.`,
      todo: obeys(other, store).why,
      wrong: true,
    };
  }
  return {
    sentence: `${shows}. The call sent no key, so the store made a new cart for it.`,
    todo: `Keep the key that the answer names, and send it with every call: ?cart_key=${maskKey(key)}.`,
    wrong: true,
  };
}

function plain(sentence: string): Answer {
  return { sentence, todo: null, wrong: false };
}

function placeOf(sighting: Sighting): string {
  return `${placeWord(sighting)} (${sighting.name})`;
}
