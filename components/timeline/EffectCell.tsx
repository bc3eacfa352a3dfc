import type { Effect } from '../../lib/timeline/effect.ts';
import { isChange } from '../../lib/timeline/effect.ts';
import { Pill } from '../ui/Pill.tsx';
import { Marked } from './Marked.tsx';

interface EffectCellProps {
  readonly effect: Effect;
  readonly overlaps: number;
  readonly marked: readonly string[];
}

/** What a call did to the cart. */
export function EffectCell({ effect, overlaps, marked }: EffectCellProps) {
  const { words, amount, note, lost } = effect;
  return (
    <span class={isChange(effect) ? 'did' : 'did muted'}>
      {words !== '' && <Marked text={words} words={marked} />}
      {amount !== null && (
        <>
          {' '}
          <span class="muted did-amount">
            <Marked text={amount} words={marked} />
          </span>
        </>
      )}
      {note !== null && (
        <>
          {' '}
          <span class="muted">
            <Marked text={note} words={marked} />
          </span>
        </>
      )}
      {lost !== null ? (
        <>
          {' '}
          <Pill tone="bad" title="The last of two writes at once is what the store keeps.">
            lost: {lost}
          </Pill>
        </>
      ) : (
        overlaps > 0 && (
          <>
            {' '}
            <Pill
              tone="warn"
              title="Another write of the same cart was under way: the last one wins."
            >
              overlaps
            </Pill>
          </>
        )
      )}
    </span>
  );
}
