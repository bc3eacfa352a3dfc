import { type Act, actSchema } from '../action/act.ts';
import type { ApiVersion, StoreAddress } from '../cocart/reading.ts';
import { z } from '../zod.ts';

/** Where a customer signs in or out. */
export interface SignStore {
  readonly store: StoreAddress;
  /** CoCart's version, where the store told it. */
  readonly version: string | null;
  /** The site's address as the store tells it: session cookies may be named by it. */
  readonly homeUrl: string | null;
}

/** Signs in by name and password, and lets the store merge a guest's cart into the customer's. */
export interface SignIn extends SignStore {
  readonly does: 'sign-in';
  /** Key of the guest's cart that is taken along; null for none, and then nothing moves. */
  readonly guestKey: string | null;
}

/** Signs a customer out. */
export interface SignOut extends SignStore {
  readonly does: 'sign-out';
  readonly api: ApiVersion;
  /** The customer that this browser is signed in as, or the one whose name and password were typed. */
  readonly by: 'cookies' | 'password';
}

/** Makes carts what they were before a merge: a customer's by name and password, a guest's by its key. */
export interface BringBack extends SignStore {
  readonly does: 'bring-back';
  readonly acts: readonly Act[];
}

/** What a person decided on after seeing its requests. It holds no name and no password. */
export type SignRequest = SignIn | SignOut | BringBack;

/** False where nobody is asked for a name and a password. */
export function needsPassword(request: SignRequest): boolean {
  return request.does !== 'sign-out' || request.by === 'password';
}

const place = {
  store: z.object({ origin: z.string(), restRoot: z.string(), namespace: z.string() }),
  version: z.nullable(z.string()),
  homeUrl: z.nullable(z.string()),
};

export const signRequestSchema: z.ZodMiniType<SignRequest> = z.discriminatedUnion('does', [
  z.object({ ...place, does: z.literal('sign-in'), guestKey: z.nullable(z.string()) }),
  z.object({
    ...place,
    does: z.literal('sign-out'),
    api: z.enum(['v1', 'v2']),
    by: z.enum(['cookies', 'password']),
  }),
  z.object({ ...place, does: z.literal('bring-back'), acts: z.array(actSchema) }),
]);
