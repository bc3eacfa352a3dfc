import browser, { type Runtime } from 'webextension-polyfill';
import { type Message, type Request, replySchema, requestSchema } from '../messages.ts';
import type { Outcome } from '../outcome.ts';
import { fail, failureFrom, succeed } from '../outcome.ts';

/** Sends a message to the background. What goes wrong on the way comes back as a failure. */
export async function send<Payload, Reply>(
  message: Message<Payload, Reply>,
  payload: Payload,
): Promise<Outcome<Reply>> {
  const request: Request = { to: 'cocart background', name: message.name, payload };
  try {
    const raw: unknown = await browser.runtime.sendMessage(request);
    const reply = replySchema.safeParse(raw);
    if (!reply.success) return unreadable(message.name);
    if (!reply.data.ok) return reply.data;
    const value = message.reply.safeParse(reply.data.value);
    return value.success ? succeed(value.data) : unreadable(message.name);
  } catch (error) {
    return { ok: false, failure: failureFrom(error, 'The extension did not answer.') };
  }
}

function unreadable(name: string): Outcome<never> {
  return fail(
    'The extension’s answer could not be read.',
    `The answer to “${name}” has another form than expected, as after an update.`,
    'Close DevTools and the popup, open them again, and repeat the step.',
  );
}

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
