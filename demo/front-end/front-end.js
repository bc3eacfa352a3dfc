// The page's own calls: to this site's server and to nobody else. It holds no key.
const $ = (id) => document.querySelector(`#${id}`);

async function call(method, path, body) {
  const query = $('keep-key').checked ? '?key=kept' : '';
  const response = await fetch(path + query, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const cart = response.status === 200 ? await response.json() : null;
  if (Array.isArray(cart?.items)) show(cart);
  $('last-status').textContent = String(response.status);
}

/** Totals come in minor units. */
function show({ item_count: count, currency, totals }) {
  const places = currency.currency_minor_unit;
  const total = (Number(totals.total) / 10 ** places).toFixed(places);
  $('item-count').textContent = String(count);
  $('cart-total').textContent = `${currency.currency_code} ${total}`;
}

$('read-cart').addEventListener('click', () => call('GET', '/api/cart'));
$('lose-key').addEventListener('click', () => call('DELETE', '/api/visit'));
for (const button of document.querySelectorAll('[data-add]')) {
  button.addEventListener('click', () =>
    call('POST', '/api/cart/items', { id: button.dataset.add }),
  );
}
document.body.dataset.ready = 'true';
