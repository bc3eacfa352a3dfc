import { useId, useState } from 'preact/hooks';
import type { ActRequest } from '../../lib/action/act-requests.ts';
import { counted } from '../../lib/counted.ts';
import { priceOfReading } from '../../lib/session/reading-price.ts';
import { SheetRequest } from './SheetRequest.tsx';

interface SheetRequestsProps {
  readonly requests: readonly ActRequest[];
  /** A guest's key, which is masked; null where none is sent. */
  readonly cartKey: string | null;
  readonly version: string | null;
}

/** So many are drawn before a person asks for all. */
const FIRST = 40;

/** Every request of an act, in the order in which it goes out. */
export function SheetRequests({ requests, cartKey, version }: SheetRequestsProps) {
  const [all, setAll] = useState(false);
  const id = useId();
  const shown = all ? requests : requests.slice(0, FIRST);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>What is sent: {sentWords(requests)}</h3>
      <ol class="sheet-requests">
        {shown.map((request, at) => (
          <SheetRequest key={`${at}`} number={at + 1} {...request} cartKey={cartKey} />
        ))}
      </ol>
      {shown.length < requests.length && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          Show all {requests.length} requests
        </button>
      )}
      <p class="muted">Each read: {priceOfReading(version)}</p>
    </section>
  );
}

/** `one write between two reads`; other than two where several carts are read. */
function sentWords(requests: readonly ActRequest[]): string {
  const writes = requests.filter(({ purpose }) => purpose === 'write').length;
  const others = requests.length - writes;
  const what = writes === 1 ? 'one write' : `${writes} writes, one at a time,`;
  if (writes === 0) return `${counted(others, 'request')}, no write`;
  return others === 2 ? `${what} between two reads` : `${what} among ${others} other requests`;
}
