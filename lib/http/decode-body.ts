import type { Body } from './exchange.ts';

/** Bodies beyond this many bytes are not kept: a cart of 5,000 lines is a third of it. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

const TEXTUAL = /^text\/|json|xml|javascript|urlencoded|multipart\/form-data/i;

/** The control characters that a text may hold: tab, line feeds, form feed and escape. */
const TEXT_CONTROLS = new Set([9, 10, 12, 13, 27]);

/** How much of unnamed bytes is looked at to tell text from a picture. */
const SAMPLE_BYTES = 4096;

/** A body as a browser's DevTools hand it out. */
export interface HandedBody {
  /** Text, or base64; null or undefined where the browser has none. */
  readonly content: string | null | undefined;
  readonly base64: boolean;
  readonly mimeType: string;
  /** Decoded length in bytes as the browser tells it; null or negative when unknown. */
  readonly size: number | null;
}

/**
 * Turns a handed-out body into text, or says why there is none. Base64 is read as UTF-8; text in
 * another charset that the browser has already decoded stays as it is.
 */
export function decodeBody({ content, base64, mimeType, size }: HandedBody): Body {
  if ((size ?? 0) > MAX_BODY_BYTES) return { text: null, missing: 'too-large' };
  if (!content) return { text: null, missing: (size ?? 0) > 0 ? 'unavailable' : 'none' };
  // A character takes at least one byte as UTF-8; base64 takes four characters for three bytes.
  if (content.length > (base64 ? MAX_BODY_BYTES * 1.4 : MAX_BODY_BYTES)) {
    return { text: null, missing: 'too-large' };
  }
  if (!base64) return { text: content };
  const bytes = fromBase64(content);
  return bytes ? decodeBytes(bytes, mimeType) : { text: null, missing: 'unavailable' };
}

/** Text of raw bytes: UTF-8, bad sequences replaced where the type says text; `binary` for the rest. */
export function decodeBytes(bytes: Uint8Array, mimeType: string): Body {
  if (bytes.byteLength === 0) return { text: null, missing: 'none' };
  if (bytes.byteLength > MAX_BODY_BYTES) return { text: null, missing: 'too-large' };
  if (TEXTUAL.test(mimeType)) return { text: new TextDecoder().decode(bytes) };
  if (bytes.subarray(0, SAMPLE_BYTES).some(isNoText)) {
    return { text: null, missing: 'binary' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return decodeUnnamedJson(bytes);
  }
}

function isNoText(byte: number): boolean {
  return byte < 32 && !TEXT_CONTROLS.has(byte);
}

/**
 * Firefox 153 decodes an unnamed type as UTF-8 and then hands its characters out as Latin-1 bytes;
 * JSON served as `application/octet-stream` is the one such body that is worth having.
 */
function decodeUnnamedJson(bytes: Uint8Array): Body {
  const text = new TextDecoder('latin1').decode(bytes);
  return /^\s*[[{]/.test(text) ? { text } : { text: null, missing: 'binary' };
}

function fromBase64(content: string): Uint8Array | null {
  try {
    const binary = atob(content);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
    return bytes;
  } catch {
    return null;
  }
}
