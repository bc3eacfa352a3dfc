import type { Capture, Page } from '../capture.ts';
import type { Body, Exchange } from '../http/exchange.ts';
import type { Leaf } from './place.ts';
import { mapAddress } from './walk-address.ts';
import { mapHeader } from './walk-headers.ts';
import { mapText } from './walk-text.ts';

/**
 * Reads every text of a capture, each in its place, and writes the capture anew of what `leaf` says.
 * What goes out and what is looked for therefore are the same places.
 */
export function mapCapture({ tabId, page, exchange }: Capture, leaf: Leaf): Capture {
  return { tabId, page: mapPage(page, leaf), exchange: mapExchange(exchange, leaf) };
}

function mapPage({ url, since }: Page, leaf: Leaf): Page {
  return { since, url: url === null ? null : mapUrl(url, leaf) };
}

function mapExchange(exchange: Exchange, leaf: Leaf): Exchange {
  const { request, response } = exchange;
  const mapHeaders = (headers: Exchange['request']['headers']) =>
    headers.map((header) => mapHeader(header, leaf, (text) => mapText(text, leaf)));
  return {
    ...exchange,
    request: {
      method: leaf(request.method, 'fixed'),
      url: mapUrl(request.url, leaf),
      headers: mapHeaders(request.headers),
      body: mapBody(request.body, leaf),
    },
    response: {
      ...response,
      headers: mapHeaders(response.headers),
      body: mapBody(response.body, leaf),
      ...(response.redirectedTo !== undefined && {
        redirectedTo: mapUrl(response.redirectedTo, leaf),
      }),
    },
  };
}

function mapUrl(url: string, leaf: Leaf): string {
  return mapAddress(url, leaf, (text) => mapText(text, leaf));
}

function mapBody(body: Body, leaf: Leaf): Body {
  return body.text === null ? body : { text: mapText(body.text, leaf) };
}
