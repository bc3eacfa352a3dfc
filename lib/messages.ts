import { failureSchema } from './failure-schema.ts';
import type { Grant } from './host.ts';
import { OBSERVING, type OptionalPermission } from './optional-permission.ts';
import type { Outcome } from './outcome.ts';
import { type WishResult, wishResultSchema } from './wish.ts';
import { z } from './zod.ts';

/** One request from a page of the extension to its background, with what answers it. */
export interface Message<Payload, Reply> {
  readonly name: string;
  readonly payload: z.ZodMiniType<Payload>;
  readonly reply: z.ZodMiniType<Reply>;
}

const grantSchema: z.ZodMiniType<Grant> = z.object({
  pattern: z.string(),
  origin: z.string(),
  at: z.nullable(z.number()),
  why: z.nullable(z.string()),
});

/** May every one of these origins be read, and is every permission given? */
export const hasAccessMessage: Message<
  { origins: string[]; permissions: OptionalPermission[] },
  boolean
> = {
  name: 'has-access',
  payload: z.object({
    origins: z.array(z.string()),
    permissions: z.array(z.literal(OBSERVING)),
  }),
  reply: z.boolean(),
};

/** Carry out the wish that is kept for this tab; what may not be kept comes along. */
export const carryOutMessage: Message<
  { tabId: number; id: string; secret?: string | undefined },
  WishResult
> = {
  name: 'carry-out',
  payload: z.object({ tabId: z.number(), id: z.string(), secret: z.optional(z.string()) }),
  reply: wishResultSchema,
};

/** Open the popup over this tab, where the person can be asked for access. */
export const openPopupMessage: Message<{ tabId: number }, null> = {
  name: 'open-popup',
  payload: z.object({ tabId: z.number() }),
  reply: z.null(),
};

/** Which sites was access given to? */
export const readGrantsMessage: Message<Record<string, never>, readonly Grant[]> = {
  name: 'read-grants',
  payload: z.object({}),
  reply: z.array(grantSchema),
};

/** Give access to a site back. */
export const revokeMessage: Message<{ pattern: string }, null> = {
  name: 'revoke',
  payload: z.object({ pattern: z.string() }),
  reply: z.null(),
};

/** How a message travels; others may use the same channel. */
export interface Request {
  readonly to: 'cocart background';
  readonly name: string;
  readonly payload?: unknown;
}

/** How an answer travels, before its value is read. */
export const replySchema: z.ZodMiniType<Outcome<unknown>> = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);
