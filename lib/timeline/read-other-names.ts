import { effectiveMethod } from '../cocart/effective-method.ts';
import { isObject } from '../cocart/fit.ts';
import type { Reading } from '../cocart/reading.ts';
import { readRestAddress } from '../cocart/store-address.ts';
import type { Body, Exchange } from '../http/exchange.ts';
import { type NamePlace, OTHER_NAMES, type OtherName } from './other-names.ts';

/** The names of one side of a call that other versions call otherwise, do not know or know alone. */
export interface NamesElsewhere {
  readonly sent: readonly OtherName[];
  readonly answered: readonly OtherName[];
}

/** Values of an answer that are looked into; the lines of a large cart all have the same names. */
const MOST_VALUES = 2_000;

/** What plugins and shops put under any name. */
const NOT_COCARTS = /^(?:cart_item_data|meta_data|extensions|customer)$/;

/** Reads v2 alone: of v1 no name is known to have changed. */
export function readOtherNames(exchange: Exchange, reading: Reading | null): NamesElsewhere {
  const { request, response } = exchange;
  const address = readRestAddress(request.url);
  const inV2 = address?.api === 'v2';
  const places: Readonly<Record<NamePlace, ReadonlySet<string>>> = {
    'request header': lowerNames(request.headers),
    'answer header': lowerNames(response.headers),
    query: new Set(URL.canParse(request.url) ? new URL(request.url).searchParams.keys() : []),
    'sent field': inV2 ? sentFields(request.body) : new Set(),
    'cart field': inV2 && reading?.cart ? fieldsOf(reading.json) : new Set(),
    'store field': reading?.kind === 'store' ? fieldsOf(reading.json) : new Set(),
    route: new Set(inV2 ? routeNames(effectiveMethod(exchange), address.route) : []),
  };
  const found = OTHER_NAMES.filter(([place, name]) => places[place].has(name));
  const isAnswered = ([place]: OtherName) => /^(?:answer|cart|store)/.test(place);
  return { sent: found.filter((row) => !isAnswered(row)), answered: found.filter(isAnswered) };
}

function lowerNames(headers: Exchange['request']['headers']): ReadonlySet<string> {
  return new Set(headers.map(({ name }) => name.toLowerCase()));
}

/** The path with names for what stands in it, alone and behind its method. */
function routeNames(method: string, route: string): readonly string[] {
  const named = route
    .replace(/^session\/[^/]+/, 'session/{key}')
    .replace(/^sessions\/[^/]+/, 'sessions/{id}');
  return [named, `${method} ${named}`];
}

function sentFields({ text }: Body): ReadonlySet<string> {
  if (text === null) return new Set();
  try {
    const json: unknown = JSON.parse(text);
    return new Set(isObject(json) ? Object.keys(json) : []);
  } catch {
    return new Set(new URLSearchParams(text).keys());
  }
}

/** Every field by its name, and by that and the name of what it stands in; lists have no name. */
function fieldsOf(json: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const open: (readonly [value: unknown, name: string])[] = [[json, '']];
  for (let at = 0; at < open.length && at < MOST_VALUES; at += 1) {
    const [value, name] = open[at] ?? [null, ''];
    if (Array.isArray(value)) {
      for (const one of value.slice(0, MOST_VALUES)) open.push([one, name]);
    } else if (isObject(value)) {
      for (const [field, held] of Object.entries(value).slice(0, MOST_VALUES)) {
        names.add(field);
        names.add(`${name}.${field}`);
        if (!NOT_COCARTS.test(field)) open.push([held, field]);
      }
    }
  }
  return names;
}
