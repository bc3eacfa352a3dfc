import { z } from '../../lib/zod.ts';
import { RefusedWrites } from './refused-writes.ts';

/** What is wrong with a store at the moment; all off by default. */
export const FaultsShape = z.object({
  /** A PHP warning stands in front of every JSON answer. */
  phpWarning: z.boolean(),
  /** Every REST answer is a fatal error, as JSON or as an HTML page. */
  fatal: z.enum(['off', 'json', 'html']),
  /** Every REST answer comes this many ms late. */
  slowMs: z.number().check(z.minimum(0), z.maximum(120_000)),
  /** The first cart read is answered again and again, as a page cache would, whoever asks. */
  cached: z.boolean(),
  /** Scripts of other origins cannot read the cart-key headers. */
  hideKeyHeader: z.boolean(),
  /** WordPress's maintenance page, status 503, for everything. */
  maintenance: z.boolean(),
  /** Writes are limited: by what stands in front of the site (429), or by CoCart's own limiter (400). */
  limited: z.enum(['off', '429', '400']),
  /** Seconds that a limited write is told to wait; 0 leaves it to the limiter: 30 in front of the site, 10 by CoCart. */
  retryAfter: z.number().check(z.minimum(0), z.maximum(3_600)),
  /** Writes are refused, and not carried out. */
  refused: RefusedWrites,
  /** Writes are answered with a redirect, as where a site moved to another name. */
  redirected: z.boolean(),
  /** `?cocart-load-cart=` does nothing, or (as 4.4.0-beta.6 with an API's key) its next page loses the cart. */
  loadCart: z.enum(['on', 'off', 'dropped']),
});

export type Faults = z.infer<typeof FaultsShape>;

/** A change to some of the faults, as `POST /demo/faults` takes it. */
export const FaultsChange = z.partial(FaultsShape);
export type FaultsChange = z.infer<typeof FaultsChange>;

export const NO_FAULTS: Faults = {
  phpWarning: false,
  fatal: 'off',
  slowMs: 0,
  cached: false,
  hideKeyHeader: false,
  maintenance: false,
  limited: 'off',
  retryAfter: 0,
  refused: 'off',
  redirected: false,
  loadCart: 'on',
};
