import type { Amount } from '../../lib/cart/cart.ts';
import type { TotalsEquation } from '../../lib/cart/totals-equation.ts';
import { Pill, type Tone } from '../ui/Pill.tsx';

interface EquationVerdictProps {
  readonly equation: TotalsEquation;
  readonly minorUnit: number;
  readonly write: (amount: Amount) => string;
}

function verdict({ equation, minorUnit, write }: EquationVerdictProps): [Tone, string] {
  const { adds, difference, roundingExplains } = equation;
  if (adds === null || difference === null) return ['plain', 'cannot be checked'];
  if (adds) return ['good', minorUnit === 2 ? '✓ adds up to the cent' : '✓ adds up exactly'];
  const miss = `${write(Math.abs(difference))} too ${difference > 0 ? 'much' : 'little'}`;
  return roundingExplains
    ? ['warn', `${miss}: rounding explains it`]
    : ['bad', `✗ does not add up: ${miss}`];
}

/** Whether the terms make the total, in one glance; where they do not, by how much and why. */
export function EquationVerdict(props: EquationVerdictProps) {
  const [tone, words] = verdict(props);
  return (
    <div class="verdict">
      <Pill tone={tone} title={props.equation.explanation}>
        {words}
      </Pill>
      {props.equation.adds !== true && <p class="muted">{props.equation.explanation}</p>}
    </div>
  );
}
