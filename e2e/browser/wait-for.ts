/** Milliseconds between two looks at a condition that raises no event. */
const LOOK_EVERY_MS = 40;

/** Milliseconds a condition may take to become true before the test fails. */
const PATIENCE_MS = 10_000;

/** What a wait may be told beside its condition. */
export interface Patience {
  /** Milliseconds until the wait fails; 10 s when not said. */
  timeout?: number;
}

/**
 * Looks again and again until `probe` answers something truthy, and returns that answer.
 *
 * For what lives in another process and raises no event here. A throwing probe counts as "not yet":
 * a page may be replaced under the look. `what` completes the sentence "Waited in vain for …"; a
 * function is asked at the end, so that it can tell the state found last.
 *
 * @throws Error when the deadline passes; its cause is the last error of the probe.
 */
export async function waitFor<T>(
  probe: () => Promise<T> | T,
  what: string | (() => Promise<string> | string),
  { timeout = PATIENCE_MS }: Patience = {},
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeout;
  let cause: unknown;
  do {
    try {
      const answer = await probe();
      if (answer) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  } while (Date.now() < deadline);
  const sentence = typeof what === 'string' ? what : await what();
  throw new Error(`Waited in vain for ${sentence} (${timeout} ms).`, { cause });
}
