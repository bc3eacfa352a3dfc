import type { Capture, Page } from '../capture.ts';
import type { Sighting, StoreAddress } from '../cocart/reading.ts';
import type { Exchange, Header } from '../http/exchange.ts';
import type { Call } from './call.ts';
import type { Caller } from './caller.ts';
import type { Through } from './through.ts';

/** Distinct parts remembered; a page that never repeats itself makes the table begin anew. */
const MOST_PARTS = 4_000;

/** Longer texts are hardly ever repeated (signatures, cookies of their own). */
const MOST_TEXT = 500;

/**
 * Lets equal headers, addresses, pages and sightings of many calls be one object: a shop's calls
 * repeat nearly all of them, and they would otherwise be most of what the log weighs.
 */
export interface PartSharing {
  capture(capture: Capture): Capture;
  call(call: Call): Call;
}

export function createPartSharing(): PartSharing {
  const headers = new Map<string, Header>();
  const sightings = new Map<string, Sighting>();
  const pages = new Map<string, Page>();
  const addresses = new Map<string, StoreAddress>();
  const callers = new Map<string, Caller>();
  const ways = new Map<string, Through>();

  const shareHeader = (header: Header) =>
    header.value.length > MOST_TEXT
      ? header
      : share(headers, `${header.name}:${header.value}`, header);

  function shareExchange(exchange: Exchange): Exchange {
    const { request, response } = exchange;
    return {
      ...exchange,
      request: { ...request, headers: request.headers.map(shareHeader) },
      response: { ...response, headers: response.headers.map(shareHeader) },
    };
  }

  const shareCaller = (caller: Caller) => {
    const origin = 'origin' in caller ? caller.origin : '';
    return share(callers, `${caller.is} ${origin}`, caller);
  };

  const shareWay = (way: Through) => share(ways, `${way.origin}${way.path} ${way.mappedAt}`, way);

  const sharePage = (page: Page) => share(pages, `${page.since} ${page.url}`, page);

  return {
    capture: (capture) => ({
      ...capture,
      page: sharePage(capture.page),
      exchange: shareExchange(capture.exchange),
    }),
    call: (call) => ({
      ...call,
      page: sharePage(call.page),
      address: share(addresses, `${call.address.restRoot} ${call.address.namespace}`, call.address),
      through: call.through && shareWay(call.through),
      caller: shareCaller(call.caller),
      sightings: call.sightings.map((sighting) =>
        share(sightings, `${sighting.source} ${sighting.name} ${sighting.key}`, sighting),
      ),
    }),
  };
}

function share<T>(known: Map<string, T>, id: string, part: T): T {
  const shared = known.get(id);
  if (shared) return shared;
  if (known.size >= MOST_PARTS) known.clear();
  known.set(id, part);
  return part;
}
