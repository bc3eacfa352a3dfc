/*
 * For tests: what CoCart's JavaScript SDK sends, as its source has it (`cocart-headless/cocart-js`, 1.2.0:
 * `src/cocart.ts`, `src/endpoints`). npm has no package of it to run instead.
 */

type Params = Readonly<Record<string, string>>;
type Data = Readonly<Record<string, unknown>>;

interface Options {
  readonly restPrefix?: string;
  readonly namespace?: string;
  readonly mainPlugin?: 'basic' | 'legacy';
  readonly cartKey?: string;
  readonly headers?: Params;
}

export class CoCart {
  readonly #root: string;
  readonly #namespace: string;
  readonly #options: Options;

  constructor(store: string, options: Options = {}) {
    const { restPrefix = 'wp-json', namespace = 'cocart' } = options;
    this.#root = `${store.replace(/\/+$/, '')}/${restPrefix}`;
    this.#namespace = namespace;
    this.#options = options;
  }

  get #isLegacy(): boolean {
    return this.#options.mainPlugin === 'legacy';
  }

  async #send(method: string, url: string, params: Params, data?: Data | null) {
    const { cartKey, headers } = this.#options;
    const search = new URLSearchParams(params).toString();
    const keyHeader = this.#isLegacy ? 'CoCart-API-Cart-Key' : 'Cart-Key';
    const response = await fetch(search === '' ? url : `${url}?${search}`, {
      method,
      headers: {
        ...{ Accept: 'application/json', 'Content-Type': 'application/json' },
        ...(cartKey === undefined ? {} : { [keyHeader]: cartKey }),
        ...headers,
      },
      ...(data ? { body: JSON.stringify(data) } : {}),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return { toObject: () => answer };
  }

  request(method: string, route: string, params: Params = {}, data?: Data | null) {
    const { cartKey } = this.#options;
    const { fields, _fields, ...others } = params;
    const chosen = _fields ?? fields;
    const query = {
      ...others,
      ...(chosen === undefined ? {} : { [this.#isLegacy ? 'fields' : '_fields']: chosen }),
      ...(cartKey === undefined ? {} : { cart_key: cartKey }),
    };
    return this.#send(method, `${this.#root}/${this.#namespace}/v2/${route}`, query, data);
  }

  requestRaw(method: string, path: string, params: Params = {}, data?: Data | null) {
    return this.#send(method, `${this.#root}/${path}`, params, data);
  }

  get(route: string, params?: Params) {
    return this.request('GET', route, params);
  }

  post(route: string, data?: Data | null, params?: Params) {
    return this.request('POST', route, params, data);
  }

  put(route: string, data?: Data | null, params?: Params) {
    return this.request('PUT', route, params, data);
  }

  #refuseBefore5(): void {
    if (this.#isLegacy) throw new Error('Requires CoCart Basic.');
  }

  cart() {
    const positive = (value: string | number) => {
      if (!(Number(value) >= 1)) throw new Error('Must be a positive number.');
      return String(value);
    };
    return {
      get: (params?: Params) => this.get('cart', params),
      create: () => {
        this.#refuseBefore5();
        return this.post('cart');
      },
      getItems: (params?: Params) => this.get('cart/items', params),
      getItemCount: () => this.get('cart/items/count'),
      getItem: (key: string, params?: Params) => this.get(`cart/item/${key}`, params),
      updateItem: (key: string, quantity: number, options?: Data) =>
        this.post(`cart/item/${key}`, { quantity: positive(quantity), ...options }),
      restoreItem: (key: string) => this.put(`cart/item/${key}`),
      removeItem: (key: string) => this.request('DELETE', `cart/item/${key}`),
      addItem: (id: string | number, quantity = 1, options?: Data) =>
        this.post('cart/add-item', { id: positive(id), quantity: positive(quantity), ...options }),
      clear: () => this.post('cart/clear'),
      update: (data: Data) => this.post('cart/update', data),
      calculate: (data: Data = {}) => this.post('cart/calculate', data),
      getTotals: () => this.get('cart/totals'),
    };
  }

  store() {
    return { info: (params?: Params) => this.get('store', params) };
  }

  sessions() {
    return {
      all: (params?: Params) => this.get('sessions', params),
      find: (key: string, params?: Params) => this.get(`session/${key}`, params),
      getItems: (key: string) => this.get(`session/${key}/items`),
      destroy: (key: string) => this.request('DELETE', `session/${key}`),
    };
  }

  products() {
    const below = (path: string, params?: Params) => this.get(`products/${path}`, params);
    const newer = (path: string, params?: Params) => {
      this.#refuseBefore5();
      return below(path, params);
    };
    return {
      all: (params?: Params) => this.get('products', params),
      find: (id: string, params?: Params) => below(id, params),
      variations: (id: string, params?: Params) => below(`${id}/variations`, params),
      variation: (id: string, own: string, params?: Params) =>
        newer(`${id}/variations/${own}`, params),
      categories: (params?: Params) => below('categories', params),
      category: (id: string, params?: Params) => newer(`categories/${id}`, params),
      tags: (params?: Params) => below('tags', params),
      tag: (id: string, params?: Params) => newer(`tags/${id}`, params),
      brands: (params?: Params) => newer('brands', params),
      brand: (id: string, params?: Params) => newer(`brands/${id}`, params),
      attributes: (params?: Params) => below('attributes', params),
      attribute: (id: string, params?: Params) => below(`attributes/${id}`, params),
      attributeTerms: (id: string, params?: Params) => below(`attributes/${id}/terms`, params),
      attributeTerm: (id: string, term: string, params?: Params) =>
        below(`attributes/${id}/terms/${term}`, params),
      reviews: (params?: Params) => below('reviews', params),
      myReviews: (params?: Params) => newer('reviews/mine', params),
    };
  }
}
