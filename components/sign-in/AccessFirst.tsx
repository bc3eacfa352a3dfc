import { FormPart } from '../cart-forms/FormPart.tsx';

interface AccessFirstProps {
  readonly host: string;
  readonly busy: boolean;
  readonly onAsk: () => void;
}

/** Asks for access before anything is typed. */
export function AccessFirst({ host, busy, onAsk }: AccessFirstProps) {
  return (
    <FormPart title="Access first">
      <p>
        The extension may not send to <bdi class="mono">{host}</bdi> yet. Name and password are
        typed afterwards, so that they wait for nothing.
      </p>
      <div class="form-row">
        <button type="button" class="button button-primary" disabled={busy} onClick={onAsk}>
          Ask for access
        </button>
      </div>
    </FormPart>
  );
}
