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
