import type { Cart, Line } from '../cart/cart.ts';
import { untoldCart } from '../cart/untold-cart.ts';
import type { Reading } from '../cocart/reading.ts';
import type { Told } from './call.ts';

/** A cart after an answer, with the fields that this answer told. */
export interface MergedAnswer {
  readonly cart: Cart;
  readonly told: readonly (keyof Cart)[];
  /** True when nothing of the cart before is left. */
  readonly anew: boolean;
}

/**
 * Lays an answer over the cart known before it: only what the answer tells is replaced, so that
 * nothing is lost by a partial answer and nothing is made up. Null when it tells nothing.
 */
export function mergeAnswer(
  before: Cart | null,
  reading: Reading,
  told: Told,
): MergedAnswer | null {
  const answer = reading.cart ?? countOnly(before, reading);
  if (!answer) return null;
  // Amounts counted in other decimals cannot stand beside each other.
  const anew = told === 'whole' || !before || before.minorUnit !== answer.minorUnit;
  // The line of an item answer is not the cart's lines: it tells nothing of the others.
  const isItem = reading.kind === 'item' && reading.item !== null;
  if (anew) {
    const told = fieldsOf(answer).filter((field) => !isItem || field !== 'lines');
    return { cart: answer, told, anew };
  }
  if (reading.kind === 'item' && reading.item) {
    const lines = mergeLine(before.lines ?? [], reading.item);
    return { cart: { ...before, lines }, told: [], anew };
  }
  const fields = fieldsOf(answer);
  const cart = {
    ...before,
    ...Object.fromEntries(fields.map((field) => [field, answer[field]])),
    lines: answer.lines ? describeLines(answer.lines, before.lines) : before.lines,
  };
  return { cart, told: fields, anew };
}

function countOnly(before: Cart | null, { count, kind }: Reading): Cart | null {
  if (kind !== 'count' || count === null) return null;
  return { ...untoldCart, minorUnit: before?.minorUnit ?? 2, itemCount: count };
}

const FIELDS = Object.keys(untoldCart).filter((field): field is keyof Cart => field in untoldCart);

function fieldsOf(cart: Cart): (keyof Cart)[] {
  return FIELDS.filter(
    (field) => cart[field] !== null && (field !== 'extra' || Object.keys(cart.extra).length > 0),
  );
}

/** Puts the line of an item answer in the place of the one it renews, or at the end. */
function mergeLine(lines: readonly Line[], line: Line): readonly Line[] {
  const at = lines.findIndex(({ itemKey }) => itemKey === line.itemKey);
  const known = lines[at];
  return known ? lines.with(at, describeLine(line, known)) : [...lines, line];
}

function describeLines(lines: readonly Line[], known: Cart['lines']): readonly Line[] {
  if (!known) return lines;
  const byKey = new Map(known.map((line) => [line.itemKey, line]));
  return lines.map((line) => describeLine(line, byKey.get(line.itemKey)));
}

/** A product's name and picture stay what they were where an answer leaves them out; amounts do not. */
function describeLine(line: Line, known: Line | undefined): Line {
  if (!known) return line;
  return {
    ...line,
    name: line.name ?? known.name,
    sku: line.sku ?? known.sku,
    slug: line.slug ?? known.slug,
    image: line.image ?? known.image,
    productType: line.productType ?? known.productType,
    attributes: line.attributes.length > 0 ? line.attributes : known.attributes,
  };
}
