import browser, { type WebRequest } from 'webextension-polyfill';
import type { Header } from '../http/exchange.ts';

/** A request of a page as a test tells it; the rest is an ordinary call of tab 1. */
export interface FakeRequest {
  readonly requestId?: string;
  readonly tabId?: number;
  readonly type?: WebRequest.ResourceType;
  readonly method?: string;
  readonly url: string;
  /** ms since the epoch. */
  readonly at?: number;
  readonly headers?: readonly Header[];
  readonly status?: number;
}

type Listener = (details: never) => void;

interface Registered {
  readonly filter: WebRequest.RequestFilter;
  readonly extra: readonly string[];
}

/** One event of `webRequest`: tells only the listeners whose filter lets the request pass, as browsers do. */
class FakeEvent {
  readonly registered = new Map<Listener, Registered>();

  addListener(listener: Listener, filter: WebRequest.RequestFilter, extra: string[] = []): void {
    this.registered.set(listener, { filter, extra });
  }

  removeListener(listener: Listener): void {
    this.registered.delete(listener);
  }

  hasListener(listener: Listener): boolean {
    return this.registered.has(listener);
  }

  fire<Details extends ReturnType<typeof detailsOf>>(details: Details): void {
    for (const [listener, { filter }] of this.registered) {
      const isOfType = filter.types?.includes(details.type) ?? true;
      if (isOfType && filter.urls.some((pattern) => fits(pattern, details.url))) {
        Reflect.apply(listener, undefined, [details]);
      }
    }
  }
}

/** Stands in for the browser's `webRequest` in tests. */
export class FakeWebRequests {
  readonly onSendHeaders = new FakeEvent();
  readonly onCompleted = new FakeEvent();
  readonly onErrorOccurred = new FakeEvent();
  readonly onResponseStarted = new FakeEvent();

  /** What every listener asked for beside the request itself. */
  get extras(): string[] {
    const events = [this.onSendHeaders, this.onCompleted, this.onErrorOccurred];
    return [...events, this.onResponseStarted].flatMap(({ registered }) =>
      [...registered.values()].flatMap(({ extra }) => extra),
    );
  }

  send(request: FakeRequest): void {
    this.onSendHeaders.fire({ ...detailsOf(request), requestHeaders: request.headers });
  }

  answer(request: FakeRequest): void {
    this.onCompleted.fire(answerOf(request));
  }

  fail(request: FakeRequest): void {
    this.onErrorOccurred.fire(detailsOf(request));
  }

  begin(request: FakeRequest): void {
    this.onResponseStarted.fire(answerOf(request));
  }
}

/** Gives the browser this `webRequest`; null takes it away, as without the permission. */
export function installWebRequests(fake: FakeWebRequests | null): void {
  Object.defineProperty(browser, 'webRequest', { value: fake ?? undefined, configurable: true });
}

function detailsOf(request: FakeRequest) {
  return {
    requestId: request.requestId ?? '1',
    tabId: request.tabId ?? 1,
    type: request.type ?? 'xmlhttprequest',
    method: request.method ?? 'GET',
    url: request.url,
    timeStamp: request.at ?? 1_000,
    fromCache: false,
  } as const;
}

function answerOf(request: FakeRequest) {
  const { headers, status } = request;
  return { ...detailsOf(request), responseHeaders: headers, statusCode: status ?? 200 };
}

/** Match patterns, as far as the program uses them: a star stands for anything. */
function fits(pattern: string, url: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replaceAll(/[.?+^$()[\]{}|\\/]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`).test(url);
}
