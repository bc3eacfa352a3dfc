import browser, { type Runtime } from 'webextension-polyfill';
import type { Message, Request } from '../messages.ts';
import { failureFrom, type Outcome } from '../outcome.ts';
import { z } from '../zod.ts';
import { unreadable } from './messaging.ts';

const requestSchema: z.ZodMiniType<Request> = z.object({
  to: z.literal('cocart background'),
  name: z.string(),
  payload: z.unknown(),
});

/** A message with what answers it. */
export interface Handler {
  readonly name: string;
  handle(payload: unknown): Promise<Outcome<unknown>>;
}

/** Answers one kind of message; the payload is checked before it arrives. */
export function on<Payload, Reply>(
  message: Message<Payload, Reply>,
  answer: (payload: Payload) => Promise<Outcome<Reply>>,
): Handler {
  return {
    name: message.name,
    async handle(raw) {
      const payload = message.payload.safeParse(raw);
      if (!payload.success) return unreadable(message.name);
      try {
        return await answer(payload.data);
      } catch (error) {
        return { ok: false, failure: failureFrom(error, 'The extension could not do this.') };
      }
    },
  };
}

/**
 * Answers messages in the background. Unknown ones are left to whoever knows them. Answers by
 * callback, which every browser understands; not all take a promise from a listener.
 */
export function handleMessages(handlers: readonly Handler[]): void {
  // The types know of a listener that always answers or never does; this one answers what is its own.
  browser.runtime.onMessage.addListener(
    (raw: unknown, sender: Runtime.MessageSender, ...[sendResponse]: unknown[]) => {
      const request = requestSchema.safeParse(raw);
      const handler = request.success
        ? handlers.find(({ name }) => name === request.data.name)
        : undefined;
      if (!request.success || !handler || typeof sendResponse !== 'function') return undefined;
      if (sender.id !== browser.runtime.id) return undefined;
      void handler.handle(request.data.payload).then((reply) => sendResponse(reply));
      return true;
    },
  );
}
