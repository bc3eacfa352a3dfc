/** One header as it stood on the wire; a repeated header stands here more than once. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/**
 * A request's or a response's body. `text` is the decoded text, or null when there is none to show;
 * `missing` then says why: `none` (the message has no body), `unavailable` (the browser did not hand
 * it out), `binary` (not text), `too-large` (beyond what this program keeps), `dropped` (was here,
 * and gave way to newer ones), `unheard` (the call was heard in passing, and bodies are not told then),
 * `redirect` (an answer's alone: it sent on to elsewhere, was not followed, and the browser hides the rest).
 */
export type Body =
  | { readonly text: string; readonly missing?: never }
  | {
      readonly text: null;
      readonly missing:
        | 'none'
        | 'unavailable'
        | 'binary'
        | 'too-large'
        | 'dropped'
        | 'unheard'
        | 'redirect';
    };

/** Who sent the request: the page, or this extension on a person's press. */
export type Sender = 'page' | 'extension';

/** Where a call stood in one request that carried several, and what its answer said of it. */
export interface BatchPlace {
  /** The same for all calls of one request. */
  readonly batch: string;
  /** From 1, among all calls of the request, CoCart's or not. */
  readonly number: number;
  readonly of: number;
  /** `skipped`: it was not carried out, because another was refused; `missing`: the answer does not tell. */
  readonly answer: 'given' | 'skipped' | 'missing';
}

/** One HTTP request with its response, as plain data; everything the program knows comes from these. */
export interface Exchange {
  readonly id: string;
  /** When the request started, in ms since the epoch. */
  readonly startedAt: number;
  /** How long it took in ms, or null when that is not known. */
  readonly durationMs: number | null;
  readonly sender: Sender;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly Header[];
    readonly body: Body;
  };
  readonly response: {
    /** HTTP status; 0 when no answer arrived, or a redirect whose status the browser hides. */
    readonly status: number;
    readonly headers: readonly Header[];
    readonly body: Body;
    /** True when the browser answered from its cache, null when it does not say. */
    readonly fromCache: boolean | null;
    /** Where the answer came from when the request of this extension was redirected; absent otherwise. */
    readonly redirectedTo?: string;
  };
  /** Present where this is one of the calls of a request to WordPress' own `batch/v1`. */
  readonly part?: BatchPlace;
}
