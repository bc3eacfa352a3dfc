import browser from 'webextension-polyfill';
import { type Message, type Request, replySchema } from '../messages.ts';
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

/** Said of what arrives in another form than it was sent in. */
export function unreadable(name: string): Outcome<never> {
  return fail(
    'The extension’s answer could not be read.',
    `The answer to “${name}” has another form than expected, as after an update.`,
    'Close DevTools and the popup, open them again, and repeat the step.',
  );
}
