import browser, { type WebRequest } from 'webextension-polyfill';
import { requestKeyHeaders } from '../cocart/key-headers.ts';
import { readRestAddress } from '../cocart/store-address.ts';
import type { Header } from '../http/exchange.ts';
import { noteBegun } from './begun-requests.ts';
import { type EndedRequest, hearCall, seeDocument } from './hear-call.ts';
import { noteProven } from './observing.ts';

/*
 * Calls as they happen, with DevTools closed: observed, never held up or changed. The browser tells of
 * a request only where access was given to its address and to the site that makes it.
 */

/** Every address that `readRestAddress` takes apart has `v1` or `v2` in its path or its `rest_route`. */
const CALLS: WebRequest.RequestFilter = {
  urls: ['*://*/*v1*', '*://*/*v2*'],
  types: ['xmlhttprequest'],
};

const DOCUMENTS: WebRequest.RequestFilter = {
  urls: ['http://*/*', 'https://*/*'],
  types: ['main_frame'],
};

/** Chromium tells of cookies, Origin and Referer only who asks for them by this name; Firefox knows no such name. */
const EXTRA: 'extraHeaders'[] = import.meta.env.FIREFOX ? [] : ['extraHeaders'];

/**
 * Listens, where the permission is there; true when it does. At the start of the background it has to
 * be called at once, for that is how the browser knows to wake it for a call.
 */
export function observeCalls(): boolean {
  // Without the permission the browser has no such API, whatever the types say.
  const api: typeof browser.webRequest | undefined = browser.webRequest;
  if (!api) return false;
  if (api.onCompleted.hasListener(onEnded)) return true;
  api.onSendHeaders.addListener(onBegun, CALLS, ['requestHeaders', ...EXTRA]);
  api.onCompleted.addListener(onEnded, CALLS, ['responseHeaders', ...EXTRA]);
  api.onErrorOccurred.addListener(onFailed, CALLS);
  api.onSendHeaders.addListener(onDocumentBegun, DOCUMENTS, ['requestHeaders']);
  api.onResponseStarted.addListener(onDocument, DOCUMENTS, ['responseHeaders']);
  return true;
}

/**
 * Listens no longer. To be called while the permission is still there: Chromium (156) remembers the
 * listeners of one that is gone, and its toolbar button then opens no popup on pages whose access was
 * taken away in the browser's settings.
 */
export function ignoreCalls(): void {
  const api: typeof browser.webRequest | undefined = browser.webRequest;
  if (!api) return;
  api.onSendHeaders.removeListener(onBegun);
  api.onCompleted.removeListener(onEnded);
  api.onErrorOccurred.removeListener(onFailed);
  api.onSendHeaders.removeListener(onDocumentBegun);
  api.onResponseStarted.removeListener(onDocument);
}

type Begun = WebRequest.OnSendHeadersDetailsType;

/** Of what signs a person in nothing is noted, not even until the answer is there. */
function onBegun(request: Begun): void {
  if (isCall(request)) note(request, requestKeyHeaders(copyHeaders(request.requestHeaders)));
}

/** One that is fetched ahead leaves the page where it is. */
function onDocumentBegun(request: Begun): void {
  const isAhead = request.requestHeaders?.some(({ name }) => /^sec-purpose$/i.test(name));
  if (request.tabId >= 0 && !isAhead) note(request, []);
}

function note({ requestId, timeStamp }: Begun, headers: readonly Header[]): void {
  void noteBegun({ id: requestId, startedAt: Math.round(timeStamp), headers });
  void noteProven();
}

function onEnded(request: WebRequest.OnCompletedDetailsType): void {
  const { statusCode: status, responseHeaders, fromCache } = request;
  hear(request, { status, headers: copyHeaders(responseHeaders), fromCache });
}

function onFailed(request: WebRequest.OnErrorOccurredDetailsType): void {
  hear(request, { status: 0, headers: [], fromCache: request.fromCache });
}

function hear(
  request: WebRequest.OnErrorOccurredDetailsType | WebRequest.OnCompletedDetailsType,
  answer: Pick<EndedRequest, 'status' | 'headers' | 'fromCache'>,
): void {
  const { requestId, tabId, method, url, timeStamp } = request;
  if (!isCall(request)) return;
  void hearCall({ requestId, tabId, method, url, endedAt: timeStamp, ...answer });
}

function onDocument(request: WebRequest.OnResponseStartedDetailsType): void {
  const { requestId, tabId, url, statusCode: status, responseHeaders } = request;
  if (tabId < 0) return;
  void seeDocument({ requestId, tabId, url, status, headers: copyHeaders(responseHeaders) });
}

/** What this extension itself asks belongs to no tab; neither do the calls of a service worker. */
function isCall({ tabId, method, url }: { tabId: number; method: string; url: string }): boolean {
  return tabId >= 0 && method !== 'OPTIONS' && readRestAddress(url) !== null;
}

/** A header that is not text names no key. */
function copyHeaders(headers: WebRequest.HttpHeaders | undefined): readonly Header[] {
  return (headers ?? []).flatMap(({ name, value }) =>
    value === undefined ? [] : [{ name, value }],
  );
}
