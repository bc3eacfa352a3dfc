import type { Preflight } from '../../lib/timeline/read-preflight.ts';
import { StoreText } from '../ui/StoreText.tsx';
import { PairsTable } from './PairsTable.tsx';

/** What the browser asked before it sent the call, what it was answered, and what follows. */
export function PreflightPart({ preflight }: { readonly preflight: Preflight }) {
  const { exchange, origin, method, headers, refusals, onlyWithoutCookies } = preflight;
  const { response, durationMs } = exchange;
  const answered = response.headers.filter(({ name }) => /^access-control-/i.test(name));
  return (
    <section aria-label="Preflight">
      <h3>Preflight</h3>
      <p>
        {response.status === 0 ? 'No answer' : `Status ${response.status}`}
        {durationMs !== null && ` after ${Math.round(durationMs)} ms`}.{' '}
        {refusals.length === 0 ? (
          'It allows what was asked for.'
        ) : (
          <strong>
            Refused, so the browser did not send the call: <StoreText text={refusals.join('; ')} />.
          </strong>
        )}
        {refusals.length === 0 && onlyWithoutCookies && ' A call with cookies is not let through.'}
      </p>
      <PairsTable
        title="Asked for"
        pairs={[
          ['origin', origin ?? 'not told'],
          ['method', method],
          ['headers', headers.join(', ') || 'none that need to be allowed'],
        ]}
      />
      {answered.length > 0 && (
        <PairsTable
          title="Answered"
          pairs={answered.map(({ name, value }) => [name, value] as const)}
        />
      )}
    </section>
  );
}
