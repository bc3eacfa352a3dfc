import type { SeenKey } from '../../lib/log/seen-keys.ts';
import { KeyPill } from './KeyPill.tsx';
import { PlacesTable } from './PlacesTable.tsx';

interface OtherKeysProps {
  readonly keys: readonly SeenKey[];
  readonly now: number;
}

/** Keys beyond these are counted; an admin's list of sessions can hold hundreds. */
const MOST_SHOWN = 30;

/** Keys seen beside the one on the screen, each with its places. They are never merged. */
export function OtherKeys({ keys, now }: OtherKeysProps) {
  return (
    <ul class="other-keys">
      {keys.slice(0, MOST_SHOWN).map((seen) => (
        <li key={seen.key}>
          <KeyPill cartKey={seen.key} tone="plain" />
          <PlacesTable caption="Where this other key was seen" seen={seen} now={now} />
        </li>
      ))}
      {keys.length > MOST_SHOWN && <li class="muted">and {keys.length - MOST_SHOWN} more</li>}
    </ul>
  );
}
