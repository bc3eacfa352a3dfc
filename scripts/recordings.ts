import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Cart, Line } from '../lib/cart/cart.ts';
import { totalsEquation } from '../lib/cart/totals-equation.ts';
import { readExchange } from '../lib/cocart/read-exchange.ts';
import type { Reading } from '../lib/cocart/reading.ts';
import type { Recording } from '../lib/cocart/recordings/read-recording.ts';
import { readRecording } from '../lib/cocart/recordings/read-recording.ts';

const directories = process.argv.slice(2);
if (directories.length === 0) {
  process.stderr.write('Usage: npm run -s recordings -- DIR…\n');
  process.exit(2);
}
for (const directory of directories) {
  for (const file of recordingsBelow(directory)) printFile(directory, file);
}

/** Paths of the `*.jsonl` files below a directory, relative to it, in byte order. */
function recordingsBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.jsonl') && !entry.isDirectory())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function printFile(directory: string, file: string): void {
  // A byte order mark is no part of the first line.
  const text = readFileSync(join(directory, file), 'utf8').replace(/^\uFEFF/, '');
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify({ file, line: index + 1, ...describeLine(line) })}\n`);
  }
}

/** What the program made of one line of a recording. */
function describeLine(line: string) {
  const recording = readRecording(line);
  if (!recording) return describeBrokenLine();
  const reading = readExchange(recording.exchange);
  return {
    ...namesOf(recording),
    api: reading.api,
    call: reading.call,
    kind: reading.kind,
    error: reading.error,
    cart: reading.cart && describeCart(reading.cart),
    sightings: reading.sightings,
    problems: reading.problems,
  };
}

function describeBrokenLine() {
  return {
    ...namesOf(null),
    api: null,
    call: null,
    kind: 'other' satisfies Reading['kind'],
    error: null,
    cart: null,
    sightings: [],
    problems: [{ path: '', message: 'this line is not a recorded exchange' }],
  };
}

function namesOf(recording: Recording | null) {
  const { store = null, scenario = null, step = null } = recording ?? {};
  return { store, scenario, step };
}

function describeCart(cart: Cart) {
  return {
    key: cart.key,
    hash: cart.hash,
    customer: cart.owner,
    itemCount: cart.itemCount,
    currency: cart.currency && { code: cart.currency.code, minorUnit: cart.currency.minorUnit },
    totals: cart.totals,
    lines: cart.lines?.map(describeCartLine) ?? null,
    removed: cart.removed?.map((line) => line.itemKey) ?? null,
    coupons: cart.coupons?.map((coupon) => coupon.code) ?? null,
    adds_up: cart.totals && totalsEquation(cart.totals).adds,
  };
}

function describeCartLine(line: Line) {
  const { itemKey, productId, variationId, name, sku, quantity } = line;
  const { price, subtotal, subtotalTax, total, tax } = line;
  return {
    ...{ itemKey, productId, variationId, name, sku, quantity },
    ...{ price, subtotal, subtotalTax, total, tax },
  };
}
