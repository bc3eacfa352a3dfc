// A headless shop in one page: every call is a person's press, but for one read on load when a key is kept,
// or, with `?ask`, always: most front ends ask for a cart as soon as they open, and keep the key they get.
import { keyPlace } from './key-storage.js';

const $ = (id) => document.querySelector(`#${id}`);
const stores = JSON.parse(document.body.dataset.stores);
const query = new URLSearchParams(location.search);
let cart = null;

for (const id of ['store', 'storage', 'transport', 'key-from', 'credentials']) {
  const asked = query.get(id);
  if (asked !== null) $(id).value = asked;
}

const place = () => keyPlace($('storage').value);
const chosenStore = () => stores[Number($('store').value)];

function address(store, route, key) {
  const path = `${store.namespace}/${route}`;
  const plain = store.api.endsWith('?rest_route=/');
  const url = store.api + (plain ? encodeURIComponent(path) : path);
  if (key === null || $('transport').value !== 'query') return url;
  return `${url}${url.includes('?') ? '&' : '?'}cart_key=${encodeURIComponent(key)}`;
}

function keyOf(response, body) {
  const named = response.headers.get('CoCart-API-Cart-Key') ?? response.headers.get('X-CoCart-API');
  if ($('key-from').value === 'header') return named;
  return typeof body?.cart_key === 'string' ? body.cart_key : named;
}

function bodyOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** One call to a store's API; keeps the key that the answer names. */
async function call(
  method,
  route,
  body,
  { store = chosenStore(), headers = {}, keep = true } = {},
) {
  const key = keep ? place().read() : null;
  const all = { ...headers };
  if (body !== undefined) all['content-type'] = 'application/json';
  if (key !== null && $('transport').value === 'header') all['CoCart-API-Cart-Key'] = key;
  $('last-call').textContent = `${method} ${route}`;
  $('last-status').textContent = '…';
  try {
    const response = await fetch(address(store, route, key), {
      method,
      headers: all,
      credentials: $('credentials').value,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const answer = bodyOf(text);
    const named = keyOf(response, answer);
    if (keep && response.ok && named !== null) place().write(named);
    show(response.status, text);
    if (keep && response.ok) showCart(route, answer);
    return answer;
  } catch (error) {
    $('last-status').textContent = 'failed';
    $('last-answer').textContent = String(error);
    return null;
  }
}

function show(status, text) {
  $('last-status').textContent = String(status);
  $('last-answer').textContent = text.slice(0, 20_000);
  $('cart-key').textContent = place().read() ?? 'none';
}

/** Shows the cart of an answer that has one; 3.0 answers an empty one with `[]`, and a clear with a sentence. */
function showCart(route, answer) {
  const emptied = Array.isArray(answer) || answer === 'Cart is cleared.';
  if (route.startsWith('v2/') && emptied) cart = null;
  else if (Array.isArray(answer?.items)) cart = answer;
  $('item-count').textContent = String(cart?.item_count ?? 0);
  $('cart-total').textContent = cart === null ? '–' : formatted(cart);
  $('cart-lines').replaceChildren(...(cart?.items ?? []).map(row));
}

/** The text of a name, which arrives HTML-escaped; parsed into a document of its own that runs nothing. */
function plain(name) {
  return new DOMParser().parseFromString(name, 'text/html').body.textContent;
}

/** Totals come in minor units on every version. */
function formatted({ currency, totals }) {
  const places = currency.currency_minor_unit;
  return `${currency.currency_code} ${(Number(totals.total) / 10 ** places).toFixed(places)}`;
}

function row(item) {
  const line = document.createElement('tr');
  line.dataset.testid = 'cart-line';
  for (const text of [plain(item.name), `× ${item.quantity.value}`]) {
    line.append(Object.assign(document.createElement('td'), { textContent: text }));
  }
  return line;
}

const add = (id) => call('POST', 'v2/cart/add-item', { id, quantity: '1' });
const read = (options) => call('GET', 'v2/cart', undefined, options);
const first = () => cart?.items[0];

function changeFirst(by) {
  const item = first();
  if (item === undefined) return null;
  const quantity = String(item.quantity.value + by);
  return call('POST', `v2/cart/item/${item.item_key}`, { quantity });
}

const PRESSES = {
  'read-v2': () => read(),
  'read-v1': () => call('GET', 'v1/get-cart'),
  'read-both': async () => {
    await call('GET', 'v1/get-cart');
    await read();
  },
  'read-two-stores': async () => {
    for (const store of stores) await read({ store, keep: store === chosenStore() });
  },
  'quantity-up': () => changeFirst(1),
  'quantity-down': () => changeFirst(-1),
  'remove-first': () => first() && call('DELETE', `v2/cart/item/${first().item_key}`),
  'restore-last': () => {
    const removed = cart?.removed_items.at(-1);
    return removed && call('PUT', `v2/cart/item/${removed.item_key}`);
  },
  'clear-cart': () => call('POST', 'v2/cart/clear'),
  'apply-coupon': async () => {
    await call('POST', 'v1/coupon', { coupon: $('coupon-code').value });
    await read();
  },
  'add-large': async () => {
    for (let id = 25; id < 55; id += 1) await add(String(id));
  },
  'read-fee': () => read({ headers: { 'x-test-fee': '1' } }),
  'call-foreign': async () => {
    const response = await fetch('/api/weather');
    show(response.status, await response.text());
  },
  'forget-key': () => {
    place().forget();
    $('cart-key').textContent = 'none';
  },
};

for (const [id, run] of Object.entries(PRESSES)) $(id).addEventListener('click', run);
for (const button of document.querySelectorAll('[data-add]')) {
  button.addEventListener('click', () => add(button.dataset.add));
}

async function setFault(name, value) {
  const url = new URL('/demo/faults', chosenStore().api);
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ [name]: value }),
  });
}

for (const name of ['phpWarning', 'cached', 'hideKeyHeader', 'maintenance']) {
  $(`fault-${name}`).addEventListener('change', (event) => setFault(name, event.target.checked));
}
$('fault-fatal').addEventListener('change', (event) => setFault('fatal', event.target.value));
$('fault-slowMs').addEventListener('change', (event) =>
  setFault('slowMs', Number(event.target.value)),
);

$('cart-key').textContent = place().read() ?? 'none';
if ((place().read() !== null || query.has('ask')) && !query.has('quiet')) await read();
document.body.dataset.ready = 'true';
