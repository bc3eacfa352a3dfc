import type { Capture } from '../capture.ts';
import { requestKeyHeaders, responseKeyHeaders } from '../cocart/key-headers.ts';

const UNHEARD = { text: null, missing: 'unheard' } as const;

/** The same call as it is heard in passing, `late` ms after DevTools say that it began. For tests. */
export function inPassing(capture: Capture, late = 0): Capture {
  const { tabId, page, exchange } = capture;
  const { request, response } = exchange;
  return {
    tabId,
    page,
    exchange: {
      ...exchange,
      id: `heard-${exchange.id}`,
      startedAt: exchange.startedAt + late,
      request: { ...request, headers: requestKeyHeaders(request.headers), body: UNHEARD },
      response: { ...response, headers: responseKeyHeaders(response.headers), body: UNHEARD },
    },
  };
}
