import type { Message } from './messages.ts';
import { type Credentials, credentialsSchema } from './sign-in/credentials.ts';
import { type SignRequest, signRequestSchema } from './sign-in/sign-request.ts';
import { z } from './zod.ts';

/** A sign-in, a sign-out, or the way back from one, for a tab. */
export interface SignOrder {
  readonly tabId: number;
  readonly request: SignRequest;
  /** Null where none are needed. They are in this message alone: nothing keeps it. */
  readonly credentials: Credentials | null;
}

/** Carry this out, and tell how it went by the wish of the tab, which holds no credentials. */
export const signMessage: Message<SignOrder, null> = {
  name: 'sign',
  payload: z.object({
    tabId: z.number(),
    request: signRequestSchema,
    credentials: z.nullable(credentialsSchema),
  }),
  reply: z.null(),
};
