import type { Json, JsonObject } from './json.ts';
import type { RestContext } from './rest-context.ts';

/** An answer before the generation's headers are put on. */
export interface RestReply {
  readonly status: number;
  readonly body: Json;
  readonly headers?: readonly (readonly [string, string])[];
}

/** One method of a route. */
export interface Endpoint {
  readonly method: string;
  /** The parameters as the index lists them. */
  readonly args?: JsonObject;
  readonly run: (context: RestContext) => RestReply;
}

/** A route of a CoCart namespace. */
export interface Route {
  /** As WordPress registers it, below the namespace: `/cart/item/(?P<item_key>[\w]+)`. */
  readonly path: string;
  readonly endpoints: readonly Endpoint[];
  /** Answers of cart routes carry keys, versions and (on 3.0) cookies. */
  readonly about: 'cart' | 'session' | 'account' | 'store' | 'products';
}

export function ok(body: Json, headers?: RestReply['headers']): RestReply {
  return headers === undefined ? { status: 200, body } : { status: 200, body, headers };
}

/** A required text parameter, as WordPress describes it. */
export function textArg(description: string, required = false): JsonObject {
  return { description, type: 'string', required };
}

export function flagArg(description: string): JsonObject {
  return { description, default: false, type: 'boolean', required: false };
}

/** Matches a path below a namespace against a registered one; gives its parameters. */
export function matchRoute(route: Route, path: string): Record<string, string> | null {
  const pattern = new RegExp(`^${route.path.replaceAll('(?P<', '(?<')}$`);
  const match = pattern.exec(path);
  return match === null ? null : { ...match.groups };
}
