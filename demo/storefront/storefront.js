// Calls the store's API from the store's own page, each call on a press.
const { api, namespace } = document.body.dataset;
const answer = document.querySelector('#api-answer');

function address(path) {
  return api + (api.endsWith('?rest_route=/') ? encodeURIComponent(path) : path);
}

async function call(method, path, body) {
  const response = await fetch(address(`${namespace}/${path}`), {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  answer.textContent = `${method} ${path} → ${response.status}\n${text}`;
}

function onPress(id, run) {
  document.querySelector(`#${id}`)?.addEventListener('click', run);
}

onPress('read-v2', () => call('GET', 'v2/cart'));
onPress('read-v1', () => call('GET', 'v1/get-cart'));
onPress('add-by-api', () => call('POST', 'v2/cart/add-item', { id: '10', quantity: '1' }));
