import type { Context, Next } from 'hono';

/** One request that reached a server, as it came in. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Names in lower case; cookie and origin among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text; empty where there was none, or while it comes in. */
  readonly body: string;
  /** When it came in, ms since the epoch. */
  readonly time: number;
}

/** Everything that reached a server, oldest first. Tests empty it with `clear()`. */
export class RequestLog {
  readonly #entries: LoggedRequest[] = [];

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  /** Those whose path (or `rest_route`) has a CoCart namespace in it. */
  get api(): readonly LoggedRequest[] {
    return this.#entries.filter((entry) =>
      /\/v[12](\/|\?|&|$)/.test(decodeURIComponent(entry.url)),
    );
  }

  clear(): void {
    this.#entries.length = 0;
  }

  /** Hono middleware that writes each request down before anything else looks at it. */
  readonly middleware = async (context: Context, next: Next): Promise<void> => {
    const url = new URL(context.req.url);
    const entry = {
      method: context.req.method,
      url: url.pathname + url.search,
      headers: context.req.header(),
      body: '',
      time: Date.now(),
    };
    this.#entries.push(entry);
    if (entry.method !== 'GET' && entry.method !== 'HEAD') entry.body = await context.req.text();
    await next();
  };
}
