import { type RestAddress, readRestAddress, siteUrl } from '../cocart/store-address.ts';
import { type CopiedRequest, headerText } from './copied-request.ts';
import { hasCookies, jsHeaders, jsOpening, jsText, sendable } from './javascript.ts';
import { readJsonObject, type WriteField } from './js-value.ts';
import { isLeftOut } from './left-out.ts';
import { generalMethod, ownMethod, type SdkRequest } from './sdk-call.ts';
import { plain, type Text } from './text.ts';

/**
 * For CoCart’s JavaScript SDK (`@cocartheadless/sdk`): the method for the route, else its general one. What
 * it cannot send is said instead.
 */
export function sdk(request: CopiedRequest): string {
  const address = readRestAddress(plain(request.url));
  const store = address && storeOf(address);
  if (!store)
    return '// The SDK asks CoCart below a REST prefix alone: use fetch for this address.';
  const { body, notes: unsent } = sendable(request);
  const data = body && readJsonObject(plain(body));
  if (body && !data) return '// The SDK sends objects as JSON alone: use fetch.';

  // Of v1 the SDK knows nothing: there the key stays in the query.
  const { cart_key: queryKey, ...others } = queryOf(request);
  const isOption = queryKey !== undefined && address.api === 'v2';
  const query = isOption || queryKey === undefined ? others : { ...others, cart_key: queryKey };
  const asked: SdkRequest = {
    ...{ method: request.method, address, query, data },
    legacy: isLegacy(request, query),
  };

  const texts: Text[] = [];
  const write: WriteField = (name, value) => {
    const text = request.cutField(name, value);
    texts.push(text);
    return jsText(text);
  };
  const own = ownMethod(asked, write);
  const call = own ?? generalMethod(asked, write);
  const key = isOption ? request.cutField('cart_key', queryKey) : keyInHeader(request);
  const headers = ownHeaders(request);
  const options = [
    ...(store.prefix === 'wp-json' ? [] : [`  restPrefix: ${jsText([store.prefix])},`]),
    ...(address.namespace === 'cocart' ? [] : [`  namespace: ${jsText([address.namespace])},`]),
    ...(asked.legacy ? ["  mainPlugin: 'legacy',"] : []),
    ...(key ? [`  cartKey: ${jsText(key)},`] : []),
    ...jsHeaders(headers, '  '),
  ];
  const notes = [
    ...request.notes,
    ...unsent,
    ...(hasCookies(request) ? ['The SDK sends no cookies to another site.'] : []),
    ...(own ? [] : ['The SDK has no method of its own that sends just this.']),
  ];
  return [
    "import { CoCart } from '@cocartheadless/sdk';",
    '',
    ...jsOpening(notes, [...(key ? [key] : []), ...headers.map(({ value }) => value), ...texts]),
    ...(options.length === 0
      ? [`const client = new CoCart(${jsText([store.site])});`]
      : [`const client = new CoCart(${jsText([store.site])}, {`, ...options, '});']),
    `const response = await ${call};`,
    'console.log(response.toObject());',
  ].join('\n');
}

/** The SDK’s words for where a store stands; null where it has none: `?rest_route=`, or a root without a prefix. */
function storeOf({ origin, restRoot }: RestAddress): { site: string; prefix: string } | null {
  if (restRoot.includes('?') || restRoot === `${origin}/`) return null;
  const site = siteUrl(restRoot);
  return { site: site.slice(0, -1), prefix: restRoot.slice(site.length, -1) };
}

/** Parameters as PHP takes them: of one name the last, but each of `name[]`. */
function queryOf({ url }: CopiedRequest): Readonly<Record<string, string>> {
  const all = [...new URL(plain(url)).searchParams];
  return Object.fromEntries(
    all.map(([name, value], at) => [name.replace(/\[\]$/, `[${at}]`), value]),
  );
}

/**
 * Whether the SDK is to be set to the plugin before 5.0: it then writes `_fields` as `fields`, otherwise the
 * other way round, and names the key’s header accordingly.
 */
function isLegacy(request: CopiedRequest, query: Readonly<Record<string, string>>): boolean {
  if ('fields' in query) return true;
  if ('_fields' in query) return false;
  const before5 = /^[1-4]\./.test(request.version ?? '');
  return before5 || headerText(request, 'cocart-api-cart-key') !== null;
}

function keyInHeader({ headers }: CopiedRequest): Text | null {
  return headers.find(({ name }) => /^(?:cocart-api-)?cart-key$/i.test(name))?.value ?? null;
}

/** What the SDK sends by itself: in every request, and where it knows an answer or a key. */
const BY_ITSELF = /^(?:accept|content-type|if-none-match|(?:cocart-api-)?cart-key)$/i;

function ownHeaders({ headers }: CopiedRequest) {
  return headers.filter((header) => !BY_ITSELF.test(header.name) && !isLeftOut(header, 'script'));
}
