import type { Calculation, Fee } from './calculate.ts';
import type { CartLine } from './cart-line.ts';

export interface Notice {
  readonly type: 'success' | 'notice' | 'error';
  /** As WooCommerce keeps it: HTML, entities and all. */
  readonly html: string;
}

/** One cart in the store's session table. Times are Unix seconds. */
export interface Session {
  readonly id: number;
  readonly key: string;
  readonly source: 'cocart' | 'woocommerce';
  readonly created: number;
  expiring: number;
  expiration: number;
  lines: CartLine[];
  removed: CartLine[];
  coupons: string[];
  /** Fees that an add-on keeps with the cart. */
  fees: Fee[];
  notices: Notice[];
  /** The last calculation; answers that do not calculate show this one. */
  last: Calculation | null;
  /** The packages of the last calculation are still shown once after a clear (4.x). */
  showsOldPackages: boolean;
}

const DAY = 86_400;
const HOUR = 3_600;

/** How long a cart lives that the API touched, and one that the storefront touched: seconds to "expiring" and to "expired". */
export const API_LIFE = { expiring: 6 * DAY, expiration: 7 * DAY } as const;
export const STOREFRONT_LIFE = { expiring: 47 * HOUR, expiration: 48 * HOUR } as const;
export type Life = { readonly expiring: number; readonly expiration: number };

/** The carts of a store by key, in the order in which they were made. */
export class SessionTable {
  readonly #rows = new Map<string, Session>();
  #nextId = 1;

  /** The living cart of that key; an expired one is forgotten here. */
  find(key: string): Session | undefined {
    const row = this.#rows.get(key);
    if (row === undefined || row.expiration > unixTime()) return row;
    this.#rows.delete(key);
    return undefined;
  }

  /** A new cart in the table. */
  create(key: string, source: Session['source'], life: Life): Session {
    const row = this.draft(key, source, life);
    this.keep(row);
    return row;
  }

  keep(session: Session): void {
    this.#rows.set(session.key, session);
  }

  /** A new cart that the table does not hold yet. */
  draft(key: string, source: Session['source'], life: Life): Session {
    const now = unixTime();
    const row: Session = {
      id: this.#nextId,
      key,
      source,
      created: now,
      expiring: now + life.expiring,
      expiration: now + life.expiration,
      lines: [],
      removed: [],
      coupons: [],
      fees: [],
      notices: [],
      last: null,
      showsOldPackages: false,
    };
    this.#nextId += 1;
    return row;
  }

  delete(key: string): boolean {
    return this.#rows.delete(key);
  }

  all(): Session[] {
    return [...this.#rows.values()].filter((row) => row.expiration > unixTime());
  }
}

/** Moves a cart's expiry on, as every touch does. */
export function touch(session: Session, life: Life): void {
  const now = unixTime();
  session.expiring = now + life.expiring;
  session.expiration = now + life.expiration;
}

export function unixTime(): number {
  return Math.floor(Date.now() / 1000);
}
