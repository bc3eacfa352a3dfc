import type { WriteRequest } from '../action/write-request.ts';
import { HIDDEN } from '../http/hide-credentials.ts';
import { z } from '../zod.ts';

/**
 * What a person typed to act as a customer. It lives in the open page and travels with the one message
 * that needs it; nothing keeps it.
 */
export interface Credentials {
  /** User name, e-mail, or from CoCart 4.1 on a billing phone. */
  readonly username: string;
  readonly password: string;
}

export const credentialsSchema: z.ZodMiniType<Credentials> = z.object({
  username: z.string(),
  password: z.string(),
});

/** The header as it is shown and kept: what it says is filled in where the request is sent. */
const SHOWN = { name: 'Authorization', value: `Basic ${HIDDEN}` } as const;

/** The same request as a customer: by name and password instead of the browser's cookies. */
export function asCustomer(request: WriteRequest): WriteRequest {
  return { ...request, headers: [...request.headers, SHOWN], credentials: 'omit' };
}

/** True where the password goes along. */
export function carriesPassword({ headers }: Pick<WriteRequest, 'headers'>): boolean {
  return headers.some(isShown);
}

/** The request as it goes over the wire. One that is shown without a password goes as it stands. */
export function withPassword(request: WriteRequest, credentials: Credentials): WriteRequest {
  const value = `Basic ${encoded(credentials)}`;
  return {
    ...request,
    headers: request.headers.map((header) => (isShown(header) ? { ...header, value } : header)),
  };
}

/**
 * A store's words without the password, should it repeat it, as it was sent or as it was typed. One
 * that is a mere word is left: it stands in texts that do not mean it.
 */
export function withoutPassword(text: string, credentials: Credentials): string {
  const { password } = credentials;
  const isTelling = password.length >= 6 && /[^a-z]/i.test(password);
  const sent = text.replaceAll(encoded(credentials), HIDDEN);
  return isTelling ? sent.replaceAll(password, HIDDEN) : sent;
}

/** Name and password as Basic authentication has them (RFC 7617), in UTF-8. */
function encoded({ username, password }: Credentials): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function isShown({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return name === SHOWN.name && value === SHOWN.value;
}
