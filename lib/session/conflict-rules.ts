import type { VersionSpan } from './version-span.ts';

/** Sources that disagree about whose cart it is. */
export type ConflictKind =
  | 'stored-not-sent'
  | 'sent-unread'
  | 'stored-and-sent'
  | 'query-and-header'
  | 'sent-and-returned'
  | 'customer-instead'
  | 'user-id-as-guest'
  | 'own-id-sent'
  | 'storage-and-session-cookie'
  | 'two-stored'
  | 'shop-leaks-in';

/** What follows from a conflict, and what to change. Of the rows of a kind the first that fits holds. */
export interface ConflictRule {
  readonly kind: ConflictKind;
  readonly span: VersionSpan;
  readonly follows: string;
  readonly remedy: string;
  /** True where nothing is wrong: the store is made so. */
  readonly byDesign?: true;
  readonly source: string;
}

export const CONFLICT_RULES: readonly ConflictRule[] = [
  {
    kind: 'stored-not-sent',
    span: { from: '4.2' },
    follows:
      'The store does not see what the browser keeps: without a key each call makes a new cart.',
    remedy: 'Send the stored key with every call, as ?cart_key=.',
    source: 'CoCart 4.3.6, class-cocart-session-handler.php; measured on 4.3.6',
  },
  {
    kind: 'stored-not-sent',
    span: {},
    follows:
      'The store does not see what the browser keeps: it goes by its own session cookie, and makes a new cart where none is sent.',
    remedy: 'Send the stored key with every call, as ?cart_key=.',
    source: 'measured on 3.0.17 and 3.12.0',
  },
  {
    kind: 'sent-unread',
    span: {},
    follows: 'A key in this place does not choose the cart: for the store it was not sent.',
    remedy: 'Send it as ?cart_key= in the address: every version reads that.',
    source:
      'CoCart 3.12.0 and 4.3.6: the key is taken from query and form, from 4.2 on from its header',
  },
  {
    kind: 'stored-and-sent',
    span: {},
    follows:
      'The page works on the cart it sends. After a reload it may take the stored one, and the lines seem to be gone.',
    remedy:
      'Store the key of each answer in the place from which the next call takes it, and nowhere else.',
    source: 'follows from the two keys',
  },
  {
    kind: 'query-and-header',
    span: { before: '4.2' },
    follows: 'The query is obeyed: this version reads no header.',
    remedy: 'Send one key, in the query.',
    source: 'CoCart 3.12.0, class-cocart-session-handler.php',
  },
  {
    kind: 'query-and-header',
    span: { from: '4.2' },
    follows: 'The header wins.',
    remedy: 'Send one key, in one place.',
    source: 'CoCart 4.3.6, class-cocart-session-handler.php',
  },
  {
    kind: 'sent-and-returned',
    span: {},
    follows:
      'The answer is about the other cart. What is added next goes into that one where its key is taken over.',
    remedy:
      'Compare with the call before: a proxy or a cache may have changed the key, or the store spells it its own way (small letters, digits, _ and -).',
    source: 'CoCart 3.12.0 and 4.3.6, sanitize_key',
  },
  {
    kind: 'customer-instead',
    span: { before: '3.1' },
    follows:
      'A customer is signed in, so the customer’s own cart answers. The guest’s cart stays as it is; the header of the answer still names it.',
    remedy: 'Send no key while a customer is signed in.',
    source: 'measured on 3.0.17',
  },
  {
    kind: 'customer-instead',
    span: { from: '3.1', before: '4.2' },
    follows:
      'A customer is signed in, so the customer’s own cart answers, now with what stood in either. The guest’s cart stays.',
    remedy: 'Send no key while a customer is signed in.',
    source: 'measured on 3.12.0',
  },
  {
    kind: 'customer-instead',
    span: { from: '4.2' },
    follows:
      'A customer is signed in, so the customer’s own cart answers. The guest’s cart has replaced it: the customer’s own lines are gone, and the guest’s cart is empty.',
    remedy: 'Forget the guest’s key at sign-in, and send none while a customer is signed in.',
    source: 'measured on 4.3.6 and 4.4.0-beta.6',
  },
  {
    kind: 'user-id-as-guest',
    span: {},
    follows:
      'The key is a user id, left from when a customer was signed in. To a guest the store refuses it (403).',
    remedy: 'Forget the key at sign-out, or sign the customer in.',
    source: 'measured on 3.0.17, 3.12.0, 4.3.6 and 4.4.0-beta.6',
  },
  {
    kind: 'own-id-sent',
    span: {},
    follows:
      'The call signs the customer in and sends the customer’s own id as key as well: the store refuses both together (403).',
    remedy: 'Send no key while a customer is signed in.',
    source: 'CoCart 3.0 and later, class-cocart-session-handler.php',
  },
  {
    kind: 'storage-and-session-cookie',
    span: { from: '4.2' },
    follows:
      'The front end’s cart and the shop’s own cart are two carts: from 4.2 on by design. What is added in one does not show in the other.',
    byDesign: true,
    remedy:
      'To hand the cart over at checkout, load it in the browser (?cocart-load-cart=); or use the cookie’s key in the front end.',
    source: 'measured on 4.3.6 and 4.4.0-beta.6',
  },
  {
    kind: 'storage-and-session-cookie',
    span: { before: '4.2' },
    follows:
      'The front end’s cart and the shop’s own cart are two carts. Calls that send the cookie and no key get the shop’s.',
    remedy: 'Send the stored key with every call, or use the cookie’s key in the front end.',
    source: 'measured on 3.0.17 and 3.12.0',
  },
  {
    kind: 'storage-and-session-cookie',
    span: {},
    follows: 'The front end’s cart and the shop’s own cart are two carts.',
    remedy: 'Use one of the two keys in both.',
    source: 'follows from the two keys',
  },
  {
    kind: 'two-stored',
    span: {},
    follows: 'Which cart the page opens depends on which of them its code reads.',
    remedy: 'Keep the key in one place, and take the other away.',
    source: 'follows from the two keys',
  },
  {
    kind: 'shop-leaks-in',
    span: { from: '4.2', before: '4.3.8' },
    follows:
      'The call carried the shop’s session cookie: this version puts the shop’s items into the cart that answers.',
    remedy: 'Call with credentials: "omit", or update CoCart to 4.3.8 or later.',
    source: 'measured on 4.3.6',
  },
];
