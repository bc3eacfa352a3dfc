import type { Cart } from '../cart/cart.ts';
import { compareCarts } from '../cart/compare-carts.ts';
import { formatMoney } from '../cart/money.ts';
import { counted } from '../counted.ts';
import type { Call } from '../log/call.ts';
import { churnRow, rememberObeys } from '../session/churn-row.ts';
import { someNames } from '../some-names.ts';
import type { Basis, CartHistory } from './cart-history.ts';
import { changeWords } from './change-words.ts';
import type { Effect, EffectKind } from './effect.ts';
import { lostUpdates } from './lost-update.ts';

const NOTHING_SEEN: ReadonlySet<string> = new Set();
const NO_WAYS: ReadonlyMap<string, string> = new Map();
const obeying = rememberObeys();

/** Reads what a call did, from its answer and the cart known before it. */
export function readEffect(
  call: Call,
  basis: Basis,
  overlapping: readonly Call[],
  history: CartHistory,
): Effect {
  if (call.error || call.status === 0 || call.status >= 400)
    return effect('error', errorWords(call));
  if (call.kind === 'unheard') return effect('unheard', 'its answer was not heard');
  if (call.told === 'none') {
    return call.isCart
      ? effect('silent', saidWords(call) ?? 'the answer tells no cart')
      : effect('other', saidWords(call) ?? otherWords(call));
  }
  const previous = basis.before.at(-1);
  const isTold = call.print !== null && previous?.told === 'whole' && call.told === 'whole';
  if (isTold && previous.print === call.print) return effect('same', SAME);
  const after = history.after(call);
  if (!after) return effect('gone', GONE);
  const before = history.before(call);
  if (!before) return firstEffect(call, after, previous !== undefined);
  const change = compareCarts(before, after);
  const lost = lostWords(call, overlapping, history);
  if (change.empty) return { ...effect('same', SAME), lost };
  const { words, amount } = changeWords(change, after);
  return { is: 'changed', words, amount, note: causeNote(call, basis), lost };
}

/** What a call did that the browser did not send. */
export function refusedEffect(refusal: string): Effect {
  return effect('error', refusal);
}

const SAME = 'nothing changed';
const GONE = 'its answer gave way to newer ones';

function effect(is: EffectKind, words: string): Effect {
  return { is, words, amount: null, note: null, lost: null };
}

/** `quantity must be 3 or lower (cocart_quantity_invalid_amount)` */
function errorWords({ error, status, kind, message, batch }: Call): string {
  if (batch?.answer === 'skipped') return 'not carried out: another call of its batch was refused';
  if (batch?.answer === 'missing') return 'the answer to its batch does not tell';
  if (kind === 'redirect') return 'answered with a redirect, which was not followed';
  if (status === 0) return 'no answer: network, CORS or cancelled';
  const said = error?.message ?? message;
  if (said) return error?.code ? `${said} (${error.code})` : said;
  if (error?.code) return error.code;
  return kind === 'html' ? 'an HTML page instead of an answer' : 'refused without a word';
}

function saidWords({ message }: Call): string | null {
  return message && `“${message}”`;
}

function otherWords({ kind, call }: Call): string {
  switch (kind) {
    case 'products':
    case 'product':
      return 'products';
    case 'store':
      return 'facts of the store';
    case 'index':
      return 'list of routes';
    case 'session':
    case 'sessions':
      return 'stored carts';
    default:
      return call === null ? 'not about a cart' : `${call}: not about a cart`;
  }
}

/** Nothing was known of this cart: made by the call, seen for the first time, or no more to be read. */
function firstEffect(call: Call, after: Cart, wasKnown: boolean): Effect {
  const isMade = madeHere(call) && !wasKnown;
  const amount =
    after.totals?.total == null || after.lines?.length === 0
      ? null
      : `total ${formatMoney(after.totals.total, after.currency, after.minorUnit)}`;
  const content = contentWords(after);
  if (isMade) {
    const words = content === 'empty' ? 'new empty cart' : `new cart with ${content}`;
    return { ...effect('new', `${words}: no key was sent`), amount };
  }
  const note = wasKnown ? 'The answer before it gave way to newer ones.' : null;
  return { ...effect('first', `first told: ${content}`), amount, note };
}

/** True where the store made a cart, because nothing was sent by which it chooses one. */
function madeHere(call: Call): boolean {
  if (call.through || !call.isCart || call.sender === 'extension') return false;
  const { version } = call;
  const before = { number: 1, version, seen: NOTHING_SEEN, through: NO_WAYS, obeying };
  return churnRow(call, before).outcome === 'made';
}

function contentWords({ itemCount, lines }: Cart): string {
  if (itemCount === 0 || lines?.length === 0) return 'empty';
  const told = [
    ...(itemCount === null ? [] : [counted(itemCount, 'item')]),
    ...(lines === null ? [] : [counted(lines.length, 'line')]),
  ];
  return told.join(' in ') || 'parts of a cart';
}

/** A reading changes nothing itself: which call did, as far as it was heard. */
function causeNote(call: Call, { silent }: Basis): string | null {
  if (call.writes) return null;
  if (silent) return `Done by ${silent.label}, whose answer did not tell it.`;
  return 'Only seen here: no call that was heard did it.';
}

function lostWords(call: Call, overlapping: readonly Call[], history: CartHistory): string | null {
  const after = history.after(call);
  const said = overlapping.flatMap((other) => {
    // The one that is answered last is what the store keeps.
    if (other.answeredAt > call.answeredAt || !after) return [];
    const first = history.after(other);
    if (!first) return [];
    const earlier = other.startedAt <= call.startedAt ? other : call;
    const names = lostUpdates(history.before(earlier), first, after);
    return names.length === 0 ? [] : [`${someNames(names)} of ${other.label}`];
  });
  return said.length === 0 ? null : said.join('; ');
}
