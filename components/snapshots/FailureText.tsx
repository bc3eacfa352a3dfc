import type { Failure } from '../../lib/outcome.ts';

/** Why something could not be done, where it was pressed for. */
export function FailureText({ failure }: { readonly failure: Failure }) {
  return (
    <p class="snapshot-failure" role="alert">
      <strong>{failure.what}</strong> {failure.why} {failure.todo}
    </p>
  );
}
