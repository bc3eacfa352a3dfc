import { useId, useState } from 'preact/hooks';
import type { ActRequest } from '../../lib/action/act-requests.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import { priceOfReading } from '../../lib/session/reading-price.ts';
import { SheetRequest } from './SheetRequest.tsx';

interface SheetRequestsProps {
  readonly requests: readonly ActRequest[];
  readonly target: WriteTarget;
}

/** So many are drawn before a person asks for all. */
const FIRST = 40;

/** Every request of an act, in the order in which it goes out. */
export function SheetRequests({ requests, target }: SheetRequestsProps) {
  const [all, setAll] = useState(false);
  const id = useId();
  const shown = all ? requests : requests.slice(0, FIRST);
  const writes = requests.filter(({ purpose }) => purpose === 'write').length;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        What is sent: {writes === 1 ? 'one write' : `${writes} writes, one at a time,`} between two
        reads
      </h3>
      <ol class="sheet-requests">
        {shown.map((request, at) => (
          <SheetRequest key={`${at}`} number={at + 1} {...request} cartKey={target.key} />
        ))}
      </ol>
      {shown.length < requests.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          Show all {requests.length} requests
        </button>
      )}
      <p class="muted">Each read: {priceOfReading(target.version)}</p>
    </section>
  );
}
