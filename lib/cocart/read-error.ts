import { isObject } from './fit.ts';
import { plainText } from './plain-text.ts';
import type { ApiError } from './reading.ts';

/**
 * Reads the refusal of a store: WordPress' `{code, message, data}`, or the same wrapped by
 * wp_send_json_error as `{success: false, data: [{code, message}]}` (the session guards of 3.0 and later).
 * Sign-in plugins send `{success: false, code, message, data: []}`.
 *
 * @returns null when the answer is none.
 */
export function readError(json: unknown, status: number): ApiError | null {
  if (!isObject(json)) return null;
  const body = (json.success === false && wrapped(json.data)) || json;
  const code = typeof body.code === 'number' ? String(body.code) : body.code;
  if (typeof code !== 'string' || code === '') return null;
  const isRefusal = body !== json || 'message' in body || 'data' in body || status >= 400;
  if (!isRefusal) return null;
  const message = typeof body.message === 'string' ? plainText(body.message) : null;
  return { code, status, message };
}

function wrapped(data: unknown): Record<string, unknown> | null {
  const first: unknown = Array.isArray(data) ? data[0] : data;
  return isObject(first) ? first : null;
}
