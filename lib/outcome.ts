/** Why something could not be done, in words for the person who asked for it. */
export interface Failure {
  /** What happened: "The store did not answer." */
  readonly what: string;
  /** Why, as far as it is known; empty when it is not. */
  readonly why: string;
  /** What to do next. */
  readonly todo: string;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** `fail('The store did not answer.', 'It took longer than 15 seconds.', 'Try again.')` */
export function fail(what: string, why: string, todo: string): Outcome<never> {
  return { ok: false, failure: { what, why, todo } };
}

/** A thrown error as a failure: nothing that went wrong is lost on its way to the screen. */
export function failureFrom(error: unknown, what: string): Failure {
  return {
    what,
    why: wordsOf(error),
    todo: 'Try again; if it happens again, report it with this text.',
  };
}

/** What a thrown error says, in its own words. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
