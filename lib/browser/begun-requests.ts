import browser from 'webextension-polyfill';
import type { Header } from '../http/exchange.ts';
import { z } from '../zod.ts';

const BEGUN = 'begun-requests';

/** Requests under way that are remembered; one that never ends gives way to newer ones. */
const MAX_BEGUN = 50;

const begunSchema = z.array(
  z.object({
    id: z.string(),
    startedAt: z.number(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
  }),
);

/** What a request said when it went out, until its answer is there; the background may be stopped between. */
export interface BegunRequest {
  /** The browser's own; a redirected request keeps it. */
  readonly id: string;
  /** ms since the epoch. */
  readonly startedAt: number;
  /** Those that name a cart (`requestKeyHeaders`), and no others. */
  readonly headers: readonly Header[];
}

/** Remembers how a request began, in place of an earlier one of its id. */
export async function noteBegun({ id, startedAt, headers }: BegunRequest): Promise<void> {
  await change((begun) => [
    ...begun.filter((one) => one.id !== id),
    { id, startedAt, headers: [...headers] },
  ]);
}

/** How a request began, once; null where it was not heard. */
export async function takeBegun(id: string): Promise<BegunRequest | null> {
  let found: BegunRequest | undefined;
  await change((begun) => {
    found = begun.find((one) => one.id === id);
    return begun.filter((one) => one.id !== id);
  });
  return found ?? null;
}

type Begun = z.infer<typeof begunSchema>;

/** One change after the other, in the order in which the browser told of them. */
async function change(next: (begun: Begun) => Begun): Promise<void> {
  await navigator.locks.request(BEGUN, async () => {
    const found = await browser.storage.session.get(BEGUN);
    const begun = begunSchema.safeParse(found[BEGUN]);
    const left = next(begun.success ? begun.data : []).slice(-MAX_BEGUN);
    await browser.storage.session.set({ [BEGUN]: left });
  });
}
