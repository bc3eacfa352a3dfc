/** A cart call as `onRequestFinished` of Chromium 156 gave it, headers cut down. */
export const CHROMIUM_ENTRY = {
  _initiator: { type: 'script' },
  _priority: 'High',
  _resourceType: 'fetch',
  cache: {},
  connection: '4601',
  pageref: 'page_1',
  request: {
    method: 'POST',
    url: 'http://localhost:4601/wp-json/cocart/v2/cart/add-item',
    httpVersion: 'HTTP/1.1',
    headers: [
      { name: 'Content-Type', value: 'application/json' },
      { name: 'Cookie', value: 'x=1' },
    ],
    bodySize: 11,
    postData: { mimeType: 'application/json', text: '{"id":"10"}' },
  },
  response: {
    status: 200,
    statusText: 'OK',
    headers: [
      { name: 'CoCart-API-Cart-Key', value: 'b2b5' },
      { name: 'content-type', value: 'application/json; charset=UTF-8' },
      { name: 'set-cookie', value: 'x=1\ny=2' },
    ],
    content: { size: 72, mimeType: 'application/json', compression: -11 },
    redirectURL: '',
    bodySize: 83,
  },
  startedDateTime: '2026-11-22T23:40:49.323Z',
  time: 6.824999999935244,
} as const;

/** The same call as Firefox 153 gave it: no resource type, no page, the encoding in the entry. */
export const FIREFOX_ENTRY = {
  startedDateTime: '2026-11-22T23:40:06.048+00:00',
  request: {
    bodySize: 11,
    method: 'POST',
    url: 'http://localhost:4602/wp-json/cocart/v2/cart/add-item',
    headers: [
      { name: 'Host', value: 'localhost:4602' },
      { name: 'Sec-Fetch-Dest', value: 'empty' },
    ],
    postData: { mimeType: 'application/json', params: [], text: '{"id":"10"}' },
  },
  response: {
    status: 200,
    headers: [{ name: 'content-type', value: 'application/json; charset=UTF-8' }],
    content: {
      mimeType: 'application/json; charset=UTF-8',
      size: 72,
      comment: 'Response bodies are not included.',
    },
    redirectURL: '',
    bodySize: 294,
  },
  cache: {},
  time: 9,
} as const;

/** A document as Firefox 153 gave it, before it announced the navigation. */
export const FIREFOX_DOCUMENT = {
  startedDateTime: '2026-11-22T23:40:05.567+00:00',
  request: {
    bodySize: 0,
    method: 'GET',
    url: 'http://localhost:4602/?second',
    headers: [
      { name: 'Host', value: 'localhost:4602' },
      { name: 'Sec-Fetch-Dest', value: 'document' },
      { name: 'Sec-Fetch-Mode', value: 'navigate' },
    ],
  },
  response: {
    status: 200,
    headers: [{ name: 'content-type', value: 'text/html' }],
    content: { mimeType: 'text/html', size: 186 },
    bodySize: 541,
  },
  time: 2,
} as const;
