import type { Conflict } from '../../lib/session/conflicts.ts';
import type { SessionPart } from '../../lib/session/signs.ts';
import { AsOf } from './AsOf.tsx';
import { SecretText } from './SecretText.tsx';

interface ConflictsProps {
  readonly conflicts: readonly Conflict[];
  /** `guest-A` by key. */
  readonly names: ReadonlyMap<string, string>;
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
                <span>
                  {names.has(side.key) && <span class="muted">{names.get(side.key)} </span>}
                  <SecretText value={side.key} what="cart key" />
                </span>
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
