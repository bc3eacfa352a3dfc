import type { Cart } from '../../lib/cart/cart.ts';
import { Pill } from '../ui/Pill.tsx';
import { Section, Untold } from './Section.tsx';

interface NeedsProps {
  readonly cart: Pick<Cart, 'needsPayment' | 'needsShipping' | 'itemsWeight'>;
}

function need(name: string, needed: boolean | null): string | null {
  if (needed === null) return null;
  return needed ? name : `no ${name}`;
}

/** What a checkout of this cart would ask for. */
export function Needs({ cart }: NeedsProps) {
  const needs = [
    need('payment', cart.needsPayment),
    need('shipping', cart.needsShipping),
    cart.itemsWeight === null ? null : `weight ${cart.itemsWeight.slice(0, 40)}`,
  ].filter((words) => words !== null);
  return (
    <Section title="Needs">
      {needs.length === 0 ? (
        <Untold />
      ) : (
        <p class="pills">
          {needs.map((words) => (
            <Pill key={words}>{words}</Pill>
          ))}
        </p>
      )}
    </Section>
  );
}
