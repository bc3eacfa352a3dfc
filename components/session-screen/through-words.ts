import { maskKey } from '../../lib/cocart/cart-key.ts';
import { hostOf } from '../../lib/http/host-of.ts';
import type { Lane } from '../../lib/log/lane.ts';
import type { Through } from '../../lib/log/through.ts';
import { throughText } from '../session/lane-place.ts';
import type { Answer } from './answer-words.ts';

/** The answer for a cart that a front end's own server passes on. */
export function throughWords(lane: Lane, through: Through): Answer {
  const { whose, cart, address } = lane;
  const way = throughText(through);
  const isMapped = through.mappedAt !== null;
  const store = hostOf(address.origin);
  const ofStore = isMapped ? ` of ${store}` : '';
  const said = isMapped ? ` You said that ${store} is behind it.` : '';
  if (!whose) {
    return {
      sentence: `This page shows a cart${ofStore} through ${way}, whose server keeps the key to itself.${said}`,
      todo: 'Which cart of the store it is cannot be told, and it cannot be read again from here: that takes the key. While you develop, let the server pass on cart_key, or the header Cart-Key.',
      wrong: false,
    };
  }
  if (whose.owner === 'customer') {
    return {
      sentence: `This page shows the cart of customer ${whose.key}${ofStore} through ${way}, whose server signs the customer in.${said}`,
      todo: 'It cannot be read again from here: that takes the sign-in, which the server keeps.',
      wrong: false,
    };
  }
  const guest = `the guest cart ${maskKey(whose.key)}${ofStore}`;
  if (cart?.cause.sender === 'extension') return readAgain(lane, through, guest);
  return {
    sentence: `This page shows ${guest} through ${way}, whose server asks the store for it.${said}`,
    todo: isMapped
      ? null
      : 'Which store that is was not heard. Say it once below, and the cart can be read again by its key.',
    wrong: false,
  };
}

/** After a person had it read from the store: an unknown key is answered like an empty cart. */
function readAgain({ cart, address }: Lane, through: Through, guest: string): Answer {
  const way = throughText(through);
  const shown = cart?.change?.before.lines?.length ?? 0;
  const isEmptied = cart?.cart.lines?.length === 0 && shown > 0;
  if (!isEmptied || cart.change?.cause.id !== cart.cause.id) {
    return {
      sentence: `The panel shows ${guest}, asked for here by its key. The page gets it through ${way}.`,
      todo: null,
      wrong: false,
    };
  }
  const store = hostOf(address.origin);
  return {
    sentence: `${store} answered with an empty cart, where ${way} showed ${shown} line${shown === 1 ? '' : 's'} for the same key.`,
    todo: `A store answers a key that it does not know like this: most likely another store than ${store} is behind ${hostOf(through.origin)}. Take that back under “Front ends” below, and name the right one.`,
    wrong: true,
  };
}
