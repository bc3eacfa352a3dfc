import { z } from '../../lib/zod.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { RestError } from './rest-error.ts';

const AnyJson: z.ZodMiniType<Json> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(AnyJson),
    z.record(z.string(), AnyJson),
  ]),
);

/** A request to a REST route, taken apart as WP_REST_Request does. */
export class RestRequest {
  readonly method: string;
  /** The route, without a slash at its end: `/cocart/v2/cart`. */
  readonly route: string;
  /** The route came by `?rest_route=`; CoCart's CORS headers do not notice such requests. */
  readonly byQuery: boolean;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly cookies: ReadonlyMap<string, string>;
  readonly #text: string;
  #path: Readonly<Record<string, string>> = {};
  #body: JsonObject | null = null;

  constructor(parts: {
    method: string;
    route: string;
    query: URLSearchParams;
    headers: Headers;
    text: string;
  }) {
    this.method = parts.method;
    this.route = parts.route;
    this.query = parts.query;
    this.byQuery = parts.query.has('rest_route');
    this.headers = parts.headers;
    this.#text = parts.text;
    this.cookies = readCookies(parts.headers.get('cookie') ?? '');
  }

  setPathParams(params: Readonly<Record<string, string>>): void {
    this.#path = params;
  }

  /** The JSON body's members; a body that is not JSON is refused as WordPress refuses it. */
  get body(): JsonObject {
    this.#body ??= this.#parse();
    return this.#body;
  }

  #parse(): JsonObject {
    const isJson = (this.headers.get('content-type') ?? '').includes('application/json');
    if (this.#text === '') return {};
    if (!isJson) return Object.fromEntries(new URLSearchParams(this.#text));
    try {
      const parsed = AnyJson.parse(JSON.parse(this.#text));
      return isObject(parsed) ? parsed : {};
    } catch {
      throw new RestError('rest_invalid_json', 'Invalid JSON body passed.', 400, {
        json_error_code: 4,
        json_error_message: 'Syntax error',
      });
    }
  }

  /** A parameter from body, query or path, in WordPress's order. */
  param(name: string): Json | undefined {
    if (Object.hasOwn(this.body, name)) return this.body[name];
    return this.query.get(name) ?? this.#path[name];
  }

  text(name: string): string | undefined {
    const value = this.param(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  }

  flag(name: string): boolean {
    const value = this.param(name);
    return value === true || value === 1 || value === 'true' || value === '1';
  }
}

export function readCookies(header: string): ReadonlyMap<string, string> {
  const pairs = header.split(/;\s*/).flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [[pair.slice(0, at), decodeCookie(pair.slice(at + 1))]];
  });
  return new Map(pairs);
}

function decodeCookie(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
