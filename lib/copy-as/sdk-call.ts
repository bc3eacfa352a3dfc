import { matchRoute } from '../cocart/routes.ts';
import type { RestAddress } from '../cocart/store-address.ts';
import { jsValue, type WriteField } from './js-value.ts';
import { REFUSED_BEFORE_5, SDK_METHODS, type SdkArgument } from './sdk-methods.ts';

/** A request in the SDK’s terms. */
export interface SdkRequest {
  readonly method: string;
  readonly address: RestAddress;
  readonly query: Readonly<Record<string, string>>;
  /** The body; null when there is none. */
  readonly data: Readonly<Record<string, unknown>> | null;
  /** The SDK is set to the plugin before 5.0. */
  readonly legacy: boolean;
}

/** The method for the route where it sends just this request; null where there is none. */
export function ownMethod(request: SdkRequest, write: WriteField): string | null {
  const { method, legacy, query, data } = request;
  const { api, route } = request.address;
  const call = api === 'v2' ? matchRoute(api, method, route)?.call : undefined;
  // No method of the SDK sends these, which CoCart takes for GET and PUT.
  if (!call || method === 'HEAD' || method === 'PATCH') return null;
  // 5.0 moved the single session below `sessions`; the SDK asks where it was before.
  if (/^sessions\/./.test(route) || (legacy && REFUSED_BEFORE_5.has(call))) return null;
  const row = SDK_METHODS[call];
  if (!row) return null;
  const [name, ...wanted] = row;
  const values = wanted.map((argument) => argumentOf(argument, request, wanted));
  if (values.includes(undefined)) return null;
  const takesBody = wanted.some((one) => one === 'body' || one === 'rest');
  const unsaid = (!wanted.includes('query') && !isEmpty(query)) || (!takesBody && data !== null);
  return unsaid ? null : `client.${name}(${argumentList(values, write)})`;
}

/** The SDK’s general method for this request: by route of v2, and by path for all others. */
export function generalMethod({ method, address, query, data }: SdkRequest, write: WriteField) {
  const { api, route, namespace } = address;
  const params = isEmpty(query) ? null : query;
  if (api !== 'v2') {
    const path = `${namespace}/${api}/${route}`;
    return `client.requestRaw(${argumentList([method, path, params, data], write)})`;
  }
  switch (method) {
    case 'GET':
      return `client.get(${argumentList([route, params], write)})`;
    case 'POST':
    case 'PUT':
      return `client.${method.toLowerCase()}(${argumentList([route, data, params], write)})`;
    default:
      return `client.request(${argumentList([method, route, params, data], write)})`;
  }
}

/** What stands for an argument: null is left out, undefined is not to be had from this request. */
function argumentOf(
  argument: SdkArgument,
  { address, query, data }: SdkRequest,
  wanted: readonly SdkArgument[],
): unknown {
  if (typeof argument === 'number') return address.route.split('/')[argument];
  switch (argument) {
    case 'query':
      return isEmpty(query) ? null : query;
    case 'body':
      return data;
    case 'id':
      return isWhole(data?.id) ? data?.id : undefined;
    case 'quantity':
      return isWhole(data?.quantity) ? Number(data?.quantity) : undefined;
    case 'rest': {
      const isLeft = (name: string) => !wanted.some((one) => one === name);
      const rest = Object.entries(data ?? {}).filter(([name]) => isLeft(name));
      return rest.length === 0 ? null : Object.fromEntries(rest);
    }
  }
}

/** The SDK refuses a product or a quantity that is not a whole number above zero. */
function isWhole(value: unknown): boolean {
  return (
    (typeof value === 'string' || typeof value === 'number') && /^[1-9]\d{0,14}$/.test(`${value}`)
  );
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0;
}

/** Arguments as code, those at the end that are null left out. */
function argumentList(values: readonly unknown[], write: WriteField): string {
  const last = values.findLastIndex((value) => value !== null);
  return values
    .slice(0, last + 1)
    .map((value) => (value === null ? 'undefined' : jsValue(value, write)))
    .join(', ');
}
