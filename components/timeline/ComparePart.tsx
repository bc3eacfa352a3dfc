import { useId, useMemo, useState } from 'preact/hooks';
import type { Cart } from '../../lib/cart/cart.ts';
import type { Host } from '../../lib/host.ts';
import type { CartLog } from '../../lib/log/cart-log.ts';
import { recipeOf } from '../../lib/snapshot/recipe-of.ts';
import type { CallMarks } from '../../lib/timeline/call-mark.ts';
import type { CallStory, Timeline } from '../../lib/timeline/timeline.ts';
import { Comparison } from '../snapshots/Comparison.tsx';
import { useSnapshots } from '../snapshots/use-snapshots.ts';
import { Note } from '../ui/Note.tsx';
import { BesideTable } from './BesideTable.tsx';
import { type CompareChoice, compareChoices } from './compare-choices.ts';
import { timeText } from './row-words.ts';

interface ComparePartProps {
  readonly story: CallStory;
  /** The cart after the call with a currency to write its amounts in. */
  readonly cart: Cart | null;
  readonly timeline: Timeline;
  readonly log: CartLog;
  readonly host: Host;
  readonly marks: CallMarks;
}

/** The cart after a call beside another: now, before, after a pinned call, or a snapshot's. */
export function ComparePart({ story, cart, timeline, log, host, marks }: ComparePartProps) {
  const snapshots = useSnapshots(host)?.shelf.snapshots ?? [];
  const choices = compareChoices(story, timeline, log, marks, snapshots);
  const [chosen, setChosen] = useState('now');
  const choice = choices.find(({ id }) => id === chosen) ?? choices[0];
  const id = useId();
  if (!cart) {
    return (
      <Note title="No cart to compare">
        <p>The answer tells no cart, or gave way to newer ones.</p>
      </Note>
    );
  }
  const name = `after ${story.call.label}, ${timeText(story.call.startedAt)}`;
  return (
    <div class="compare">
      <div class="compare-with">
        <label for={id}>Compare with</label>
        <select
          id={id}
          class="field"
          value={choice?.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <span class="muted">Pin a call to find it here.</span>
      </div>
      {choice && <Compared name={name} cart={cart} choice={choice} />}
    </div>
  );
}

interface ComparedProps {
  readonly name: string;
  readonly cart: Cart;
  readonly choice: CompareChoice;
}

function Compared({ name, cart, choice }: ComparedProps) {
  const other = useMemo(() => (choice.is === 'cart' ? choice.read() : null), [choice]);
  if (choice.is === 'snapshot') {
    // A snapshot keeps what can be made again, so that much of both is compared.
    return (
      <Comparison
        before={{ name: choice.name, recipe: choice.snapshot.recipe }}
        after={{ name, recipe: recipeOf(cart) }}
      />
    );
  }
  if (!other) return <p class="muted">That cart is not known any more.</p>;
  return (
    <BesideTable
      pair={[
        { name: choice.name, cart: other },
        { name, cart },
      ]}
    />
  );
}
