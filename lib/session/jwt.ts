import { z } from '../zod.ts';

/** A JSON Web Token as it can be read without its secret. It is not verified, and sent nowhere. */
export interface Jwt {
  readonly is: 'jwt';
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Times in ms since the epoch; null where the token does not say. */
  readonly issuedAt: number | null;
  readonly notBefore: number | null;
  readonly expiresAt: number | null;
  /** `iss`: for CoCart's tokens the site's address. */
  readonly issuer: string | null;
  /** Whom it speaks for: user name, user id or session, where it says so. */
  readonly user: string | null;
  /** What is odd about it. */
  readonly doubts: readonly string[];
}

/** Why a text is no token that can be read. */
export interface NoJwt {
  readonly is: 'none';
  readonly why: string;
}

/** Longer texts are not looked into. Real tokens have some hundred characters. */
const MAX_LENGTH = 16_384;

const objectSchema = z.record(z.string(), z.unknown());

/** True for a text that begins as a token does: `eyJ` is how `{"` is written. */
export function looksLikeJwt(text: string): boolean {
  return /^eyJ[\w-]{4,}\.[\w-]{4,}\./.test(text.slice(0, MAX_LENGTH));
}

/**
 * Reads a token in place, with or without `Bearer` or WooGraphQL's `Session` before it. Bounded, and
 * never throws: what cannot be read is said.
 */
export function decodeJwt(text: string): Jwt | NoJwt {
  if (text.length > MAX_LENGTH)
    return none(`It is ${text.length} characters long, too long for a token.`);
  const bare = text.trim().replace(/^(?:Bearer|Session)\s+/i, '');
  const parts = bare.split('.');
  if (parts.length === 5) return none('It is encrypted: only the server can read it.');
  if (parts.length > 3)
    return none(`It has ${parts.length} parts where three belong: is it there twice?`);
  const [head = '', body, signature] = parts;
  const header = readPart(head);
  if (!header) return none('It does not begin like a token.');
  const claims = body === undefined ? null : readPart(body);
  if (!claims) return none('It is cut, or garbled: its claims cannot be read.');
  return {
    is: 'jwt',
    header,
    claims,
    issuedAt: epochMs(claims.iat),
    notBefore: epochMs(claims.nbf),
    expiresAt: epochMs(claims.exp),
    issuer: textOf(claims.iss),
    user: userOf(claims),
    doubts: doubtsOf(header, claims, signature),
  };
}

function none(why: string): NoJwt {
  return { is: 'none', why };
}

function readPart(part: string): Record<string, unknown> | null {
  if (!/^[\w-]+={0,2}$/.test(part)) return null;
  try {
    const binary = atob(part.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const object = objectSchema.safeParse(json);
    return object.success ? object.data : null;
  } catch {
    return null;
  }
}

/** Seconds as the standard has it; a number as large as milliseconds is taken as such. */
function epochMs(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0 || value > 1e14)
    return null;
  return isMs(value) ? value : value * 1000;
}

function isMs(value: unknown): boolean {
  return typeof value === 'number' && value > 1e11;
}

/** CoCart's add-on: `data.user`; WooGraphQL: `data.customer_id`; WooCommerce's Store API: `user_id`. */
function userOf(claims: Record<string, unknown>): string | null {
  const data = objectSchema.safeParse(claims.data);
  const inner = data.success ? data.data : {};
  const user = objectSchema.safeParse(inner.user);
  const named = user.success ? (textOf(user.data.username) ?? textOf(user.data.id)) : null;
  return named ?? textOf(inner.customer_id) ?? textOf(claims.user_id) ?? textOf(claims.sub);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : null;
}

function doubtsOf(
  header: Record<string, unknown>,
  claims: Record<string, unknown>,
  signature: string | undefined,
): string[] {
  const doubts: string[] = [];
  if (!signature) doubts.push('It has no signature: it is cut, or no server will take it.');
  if (typeof header.alg === 'string' && header.alg.toLowerCase() === 'none') {
    doubts.push('It says that it is not signed (alg none): no server should take it.');
  }
  if (isMs(claims.exp))
    doubts.push('Its exp is in milliseconds; servers read it as seconds, far in the future.');
  if (claims.exp !== undefined && epochMs(claims.exp) === null) doubts.push('Its exp is no time.');
  return doubts;
}
