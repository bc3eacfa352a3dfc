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
 * A store's words without the password, should it repeat it: as it was sent, as it was typed, and as
 * JSON, HTML and addresses write it. A mere word goes as well, though other texts may mean it.
 */
export function withoutPassword(text: string, credentials: Credentials): string {
  return spellings(credentials).reduce((rest, one) => rest.replaceAll(one, HIDDEN), text);
}

/** The longest first, so that none is left half hidden. */
function spellings(credentials: Credentials): readonly string[] {
  const { password } = credentials;
  // One or two characters stand in every answer, and hide nothing.
  if (password.length < 3) return [encoded(credentials)];
  const html = password
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  const forms = [password, html, html.replaceAll("'", '&#039;'), html.replaceAll("'", '&#39;')];
  const all = forms.flatMap((form) => [form, ...inJson(form)]);
  const percent = encodeURIComponent(password.toWellFormed());
  all.push(encoded(credentials), percent, percent.replaceAll('%20', '+'));
  return [...new Set(all)].sort((one, other) => other.length - one.length);
}

/** As JSON writes a text: by JavaScript, and by PHP, which escapes slashes and all but ASCII as well. */
function inJson(text: string): readonly string[] {
  const plain = JSON.stringify(text).slice(1, -1);
  const slashes = plain.replaceAll('/', '\\/');
  const ascii = (json: string) =>
    json.replaceAll(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return [plain, slashes, ascii(plain), ascii(slashes)];
}

/** Name and password as Basic authentication has them (RFC 7617), in UTF-8. */
function encoded({ username, password }: Credentials): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function isShown({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return name === SHOWN.name && value === SHOWN.value;
}
