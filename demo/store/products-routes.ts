import type { Product } from './catalogue.ts';
import { ProductsResponse } from './products-response.ts';
import type { RestContext } from './rest-context.ts';
import { RestError } from './rest-error.ts';
import { ok, type RestReply, type Route, textArg } from './routes.ts';

function listed(context: RestContext): Product[] {
  return [...context.store.products.values()].filter((product) => product.parentId === null);
}

/** The products that `include` or `sku` ask for; a SKU may be a variation's. */
function wanted(context: RestContext): Product[] {
  const { request, store } = context;
  const skus = request.text('sku')?.split(',');
  const ids = request.text('include')?.split(',').map(Number);
  if (skus) return [...store.products.values()].filter(({ sku }) => skus.includes(sku));
  return listed(context).filter(({ id }) => ids?.includes(id) ?? true);
}

function listProducts(context: RestContext): RestReply {
  const { request, store } = context;
  const search = (request.text('search') ?? '').toLowerCase();
  const found = wanted(context)
    .filter((product) => product.name.toLowerCase().includes(search))
    .toSorted((a, b) => (request.text('order') === 'asc' ? a.id - b.id : b.id - a.id));
  const perPage = Number(request.text('per_page') ?? '10');
  const page = Number(request.text('page') ?? '1');
  const pages = Math.ceil(found.length / perPage);
  const response = new ProductsResponse(context);
  const linkTo = (to: number) => {
    const query = new URLSearchParams(request.query);
    query.set('page', String(to));
    return store.restUrl(`${request.route}?${query}`);
  };
  const prev = page > 1 ? [{ href: linkTo(page - 1) }] : null;
  const next = page < pages ? [{ href: linkTo(page + 1) }] : null;
  const links = [
    ...(prev === null ? [] : [`<${linkTo(page - 1)}>; rel="prev"`]),
    ...(next === null ? [] : [`<${linkTo(page + 1)}>; rel="next"`]),
  ];
  return ok(
    {
      products: found
        .slice((page - 1) * perPage, page * perPage)
        .map((product) => response.product(product)),
      page,
      total_pages: pages,
      total_products: found.length,
      ...((prev !== null || next !== null) && {
        _links: { ...(prev !== null && { prev }), ...(next !== null && { next }) },
      }),
    },
    [
      ...pageHeaders(found.length, pages),
      ...(links.length > 0 ? ([['link', links.join(', ')]] as const) : []),
    ],
  );
}

function productOf(context: RestContext): Product {
  const id = context.request.text('id') ?? '';
  const product =
    context.store.product(Number(id)) ??
    [...context.store.products.values()].find((one) => one.sku === id);
  if (product !== undefined) return product;
  throw new RestError('cocart_product_invalid_id', 'Invalid ID.', 404);
}

function getProduct(context: RestContext): RestReply {
  return ok(new ProductsResponse(context).product(productOf(context)));
}

function listVariations(context: RestContext): RestReply {
  const response = new ProductsResponse(context);
  const children = productOf(context).children.flatMap((id) => context.store.product(id) ?? []);
  const variations = children.filter((child) => child.parentId !== null).toReversed();
  return ok(
    variations.map((variation) => response.variation(variation)),
    pageHeaders(variations.length, 1),
  );
}

function listCategories(context: RestContext): RestReply {
  const response = new ProductsResponse(context);
  return ok([response.category(listed(context).length)], pageHeaders(1, 1));
}

/** What the demo has none of; how many pages that makes depends on the route, as on a real store. */
function nothing(context: RestContext): RestReply {
  return ok([], pageHeaders(0, context.request.route.endsWith('/attributes') ? 1 : 0));
}

function pageHeaders(total: number, pages: number): [string, string][] {
  return [
    ['x-wp-total', String(total)],
    ['x-wp-totalpages', String(pages)],
  ];
}

/** The products API of 4.3. */
export const PRODUCT_ROUTES: readonly Route[] = [
  { path: '/products', about: 'products', endpoints: [{ method: 'GET', run: listProducts }] },
  {
    path: '/products/categories',
    about: 'products',
    endpoints: [{ method: 'GET', run: listCategories }],
  },
  ...['tags', 'attributes', 'reviews'].map(
    (name): Route => ({
      path: `/products/${name}`,
      about: 'products',
      endpoints: [{ method: 'GET', run: nothing }],
    }),
  ),
  {
    path: '/products/(?P<id>[\\w-]+)',
    about: 'products',
    endpoints: [{ method: 'GET', args: { id: textArg('Id or SKU.', true) }, run: getProduct }],
  },
  {
    path: '/products/(?P<id>[\\w-]+)/variations',
    about: 'products',
    endpoints: [{ method: 'GET', run: listVariations }],
  },
];
