import { whyNeverSent } from '../action/never-sent.ts';
import type { SentCall } from '../action/sent-call.ts';

/** A call as it stands in the fields of a form. */
export interface CallForm {
  readonly method: SentCall['method'];
  readonly route: string;
  /** `name=value`, one a line. */
  readonly query: string;
  readonly body: string;
}

/** What is wrong with a field, or to be known of it; null where nothing is. */
export interface CallFormNotes {
  readonly route: string | null;
  readonly body: string | null;
  /** True where it cannot be sent. */
  readonly isWrong: boolean;
}

export function callForm({ method, route, query, body }: SentCall): CallForm {
  const lines = query.map(([name, value]) => `${name}=${value}`);
  return { method, route, query: lines.join('\n'), body: body ?? '' };
}

/** The call that a form stands for; what it does not show stays as it was. */
export function editedCall(call: SentCall, form: CallForm): SentCall {
  const body = form.body === '' ? null : form.body;
  return {
    ...call,
    method: form.method,
    route: form.route.trim().replace(/^\/+|\/+$/g, ''),
    query: form.query
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => {
        const [name = '', ...value] = line.split('=');
        return [name, value.join('=')] as const;
      }),
    body,
    contentType: body === null ? null : (call.contentType ?? 'application/json; charset=utf-8'),
  };
}

/** Broken JSON may be sent on purpose: it is said, not refused. */
export function notesOn(call: SentCall, form: CallForm): CallFormNotes {
  const route = /[?#\\]|(^|\/)\.\.?(\/|$)/.test(form.route)
    ? 'Only the path below the API; the query has a field of its own.'
    : whyNeverSent(editedCall(call, form));
  const hasBody = form.method === 'GET' && form.body !== '';
  const isJson = /json/i.test(editedCall(call, form).contentType ?? '');
  const broken =
    isJson && !isValidJson(form.body) ? 'This is not valid JSON; it goes as it stands.' : null;
  return {
    route,
    body: hasBody ? 'A GET has no body: empty this field, or choose another method.' : broken,
    isWrong: route !== null || hasBody,
  };
}

function isValidJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
