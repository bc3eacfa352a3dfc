import { currencyResponse } from './cart-response.ts';
import type { Product } from './catalogue.ts';
import type { Json, JsonObject } from './json.ts';
import { phpArray } from './json.ts';
import type { RestContext } from './rest-context.ts';
import { minorText } from './settings.ts';

const DATE = '2026-11-22T10:48:28';
/** A variable product was saved again when its variations were there. */
const LATER_DATE = '2026-11-22T10:48:36';
const UNITS = { length: '', width: '', height: '', unit: 'cm' };
const CATEGORY = { id: 15, name: 'Uncategorized', slug: 'uncategorized' };
const SIZES = [
  ['thumbnail', '-150x150'],
  ['medium', '-300x300'],
  ['medium_large', '-768x768'],
  ['large', '-1024x1024'],
  ['1536x1536', ''],
  ['2048x2048', ''],
  ['woocommerce_thumbnail', ''],
  ['woocommerce_single', ''],
  ['woocommerce_gallery_thumbnail', ''],
  ['full', ''],
  ['custom', ''],
] as const;

/** Products as v2 of 4.3 answers them; 3.0 has no products. */
export class ProductsResponse {
  readonly #context: RestContext;

  constructor(context: RestContext) {
    this.#context = context;
  }

  #rest(path: string): string {
    const { store } = this.#context;
    return store.restUrl(`/${store.options.namespace}/v2/${path}`);
  }

  #minor(price: string | number): string {
    return price === '' ? '' : minorText(Number(price), this.#context.settings);
  }

  #children(product: Product): Product[] {
    return product.children.flatMap((id) => this.#context.store.product(id) ?? []);
  }

  #prices(product: Product, withRange: boolean): JsonObject {
    const children = product.type === 'variable' ? this.#children(product) : [];
    const all = children.map((child) => child.price);
    const lowest = children.length > 0 ? Math.min(...all) : product.price;
    const hasPrice = children.length > 0 || product.regularPrice !== '';
    const regular = children.length > 0 ? lowest : product.regularPrice;
    return {
      price: hasPrice ? this.#minor(lowest) : '',
      regular_price: this.#minor(regular),
      sale_price: this.#minor(product.salePrice),
      ...(withRange && {
        price_range: phpArray(
          children.length === 0
            ? {}
            : { from: this.#minor(lowest), to: this.#minor(Math.max(...all)) },
        ),
      }),
      on_sale: product.salePrice !== '',
      date_on_sale: { from: null, from_gmt: null, to: null, to_gmt: null },
      currency: currencyResponse(this.#context.settings, false),
    };
  }

  #stock(product: Product): JsonObject {
    return {
      is_in_stock: product.stockStatus !== 'outofstock',
      stock_quantity: product.stockQuantity,
      stock_status: product.stockStatus,
      backorders: product.backorders,
      backorders_allowed: product.backorders !== 'no',
      backordered: product.stockStatus === 'onbackorder',
      low_stock_amount: '',
    };
  }

  #conditions(product: Product): JsonObject {
    return {
      virtual: product.virtual,
      downloadable: product.virtual,
      manage_stock: product.stockQuantity !== null,
      sold_individually: product.soldIndividually,
      ...(product.parentId === null && { reviews_allowed: true }),
      shipping_required: !product.virtual,
    };
  }

  #limits(product: Product): JsonObject {
    const stock = product.backorders === 'no' ? product.stockQuantity : null;
    return { min_purchase: 1, max_purchase: product.soldIndividually ? 1 : (stock ?? -1) };
  }

  #addUrl(product: Product): string {
    const chosen = Object.entries(product.attributes).filter(([, value]) => value !== '');
    const variation = chosen.map(([name, value]) => `&variation[attribute_${name}]=${value}`);
    return this.#rest(`cart/add-item?id=${product.id}&quantity=1${variation.join('')}`);
  }

  #button(product: Product): JsonObject {
    const quoted = `&ldquo;${product.name}&rdquo;`;
    if (product.type === 'variable') {
      return { text: 'Select options', description: `Select options for ${quoted}` };
    }
    if (product.type === 'grouped') {
      return { text: 'View products', description: `View products in the ${quoted} group` };
    }
    if (product.stockStatus === 'outofstock') {
      return { text: 'Read more', description: `Read more about ${quoted}` };
    }
    return { text: 'Add to cart', description: `Add to cart: ${quoted}` };
  }

  #addToCart(product: Product): JsonObject {
    const asWhole = product.type === 'variable' || product.type === 'grouped';
    return {
      ...this.#button(product),
      ...(product.parentId === null && { has_options: product.type === 'variable' }),
      is_purchasable: product.type !== 'grouped',
      purchase_quantity: asWhole ? [] : this.#limits(product),
      rest_url: asWhole ? '' : this.#addUrl(product),
    };
  }

  #image(): JsonObject {
    const base = `${this.#context.store.siteUrl}/wp-content/uploads/woocommerce-placeholder`;
    const src = SIZES.map(([size, suffix]): [string, Json] => [size, `${base}${suffix}.png`]);
    return {
      id: 0,
      src: Object.fromEntries(src),
      name: 'Placeholder',
      alt: 'Placeholder',
      position: 0,
      featured: true,
    };
  }

  #permalink(product: Product): string {
    const chosen = Object.entries(product.attributes).filter(([, value]) => value !== '');
    const query = chosen.map(([name, value]) => `attribute_${name}=${value}`).join('&');
    const url = `${this.#context.store.siteUrl}/product/${product.slug}/`;
    return query === '' ? url : `${url}?${query}`;
  }

  #common(product: Product): JsonObject {
    const isVariation = product.parentId !== null;
    const modified = product.type === 'variable' ? LATER_DATE : DATE;
    const words = Object.values(product.attributes).filter((value) => value !== '');
    const slug = [product.slug, ...words].join('-').toLowerCase();
    return {
      id: product.id,
      parent_id: product.parentId ?? 0,
      name: product.name,
      ...(!isVariation && { type: product.type }),
      slug: isVariation ? slug : product.slug,
      permalink: this.#permalink(product),
      sku: product.sku,
      description: '',
      ...(!isVariation && { short_description: '' }),
      dates: { created: DATE, created_gmt: DATE, modified, modified_gmt: modified },
      featured: false,
      prices: this.#prices(product, true),
      hidden_conditions: this.#conditions(product),
      images: [this.#image()],
      stock: this.#stock(product),
      weight: { value: product.weight, unit: 'kg' },
      dimensions: UNITS,
      add_to_cart: this.#addToCart(product),
      meta_data: [],
    };
  }

  product(product: Product): JsonObject {
    const variations = product.type === 'variable' ? this.#children(product) : [];
    const links = variations.map((variation) => ({
      permalink: this.#permalink(variation),
      href: this.#rest(`products/${product.id}/variations/${variation.id}`),
    }));
    return {
      ...this.#common(product),
      average_rating: '0',
      review_count: 0,
      rating_count: 0,
      rated_out_of: '',
      categories: [{ ...CATEGORY, rest_url: this.#rest('products/categories/15') }],
      tags: [],
      attributes: phpArray(this.#attributes(product)),
      default_attributes: [],
      variations: variations.map((variation) => this.#inlineVariation(variation)),
      grouped_products: product.type === 'grouped' ? product.children : [],
      reviews: [],
      related: this.#related(product),
      upsells: [],
      cross_sells: [],
      total_sales: 0,
      external_url: '',
      button_text: '',
      _links: {
        self: [{ permalink: this.#permalink(product), href: this.#rest(`products/${product.id}`) }],
        collection: [
          { permalink: `${this.#context.store.siteUrl}/shop/`, href: this.#rest('products') },
        ],
        ...(links.length > 0 && { variations: links }),
      },
    };
  }

  #attributes(product: Product): JsonObject {
    const entries = Object.entries(product.options).map(([name, options]) => [
      `attribute_${name.toLowerCase()}`,
      {
        id: 0,
        name,
        position: 0,
        is_attribute_visible: true,
        used_for_variation: true,
        options: Object.fromEntries(options.map((option) => [option, option])),
      },
    ]);
    return Object.fromEntries(entries);
  }

  #inlineVariation(variation: Product): JsonObject {
    const attributes = Object.entries(variation.attributes).map(([name, value]) => [
      `attribute_${name}`,
      value,
    ]);
    return {
      id: variation.id,
      sku: variation.sku,
      description: '',
      attributes: Object.fromEntries(attributes),
      featured_image: [],
      prices: this.#prices(variation, false),
      stock: this.#stock(variation),
      add_to_cart: {
        is_purchasable: true,
        purchase_quantity: this.#limits(variation),
        rest_url: this.#addUrl(variation),
      },
    };
  }

  /** Five neighbours; a real store draws them by lot. */
  #related(product: Product): Json {
    return [...this.#context.store.products.values()]
      .filter((other) => other.type === 'simple' && other.id !== product.id)
      .slice(0, 5)
      .map((other) => ({
        id: other.id,
        name: other.name,
        permalink: this.#permalink(other),
        price: this.#minor(other.price),
        add_to_cart: { ...this.#button(other), rest_url: this.#addUrl(other) },
        rest_url: this.#rest(`products/${other.id}`),
      }));
  }

  variation(variation: Product): JsonObject {
    const path = `products/${variation.parentId}/variations`;
    const set = Object.entries(variation.attributes).filter(([, value]) => value !== '');
    const attributes = set.map(([name, value]) => [
      `attribute_${name}`,
      { id: 0, name: name.charAt(0).toUpperCase() + name.slice(1), option: { [value]: value } },
    ]);
    return {
      ...this.#common(variation),
      categories: [],
      tags: [],
      attributes: Object.fromEntries(attributes),
      total_sales: '0',
      _links: {
        self: [{ href: this.#rest(`${path}/${variation.id}`) }],
        collection: [{ href: this.#rest(path) }],
        up: [
          {
            permalink: `${this.#context.store.siteUrl}/product/${variation.slug}/`,
            href: this.#rest(`products/${variation.parentId}`),
          },
        ],
      },
    };
  }

  category(count: number): JsonObject {
    return {
      ...CATEGORY,
      parent: 0,
      description: '',
      display: 'default',
      image: null,
      menu_order: 0,
      count,
      _links: {
        self: [{ href: this.#rest('products/categories/15') }],
        collection: [{ href: this.#rest('products/categories') }],
      },
    };
  }
}
