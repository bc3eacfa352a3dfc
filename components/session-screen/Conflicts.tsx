import type { Conflict } from '../../lib/session/conflicts.ts';
import type { SessionPart } from '../../lib/session/signs.ts';
import { AsOf } from './AsOf.tsx';
import { NamedKey } from './NamedKey.tsx';
import type { Names } from './use-cart-names.ts';

interface ConflictsProps {
  readonly conflicts: readonly Conflict[];
  readonly names: Names;
  readonly now: number;
}

const PART: SessionPart = 'conflicts';

/** Sources that disagree, side by side, with what follows from it and what to change. */
export function Conflicts({ conflicts, names, now }: ConflictsProps) {
  if (conflicts.length === 0) return null;
  return (
    <ul id={PART} tabIndex={-1} class="conflicts" aria-label="Sources that disagree">
      {conflicts.map(({ kind, sides, sentence, follows, remedy, byDesign }) => (
        <li key={kind} class={byDesign ? 'conflict conflict-by-design' : 'conflict'}>
          <p>
            <strong>
              <bdi>{sentence}</bdi>
            </strong>
          </p>
          <div class="conflict-sides">
            {sides.map((side) => (
              <div key={`${side.where} ${side.key}`} class="conflict-side">
                <span class="muted">
                  <bdi>{side.where}</bdi>
                </span>
                <NamedKey cartKey={side.key} names={names} />
                <span class="muted">
                  <AsOf at={side.at} now={now} />
                </span>
              </div>
            ))}
          </div>
          <p>
            <strong>What follows: </strong>
            {follows}
          </p>
          <p>
            <strong>{byDesign ? 'Good to know: ' : 'What to change: '}</strong>
            {remedy}
          </p>
        </li>
      ))}
    </ul>
  );
}
