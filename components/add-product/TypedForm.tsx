import type { PlannedAct } from '../../lib/action/act.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import { StoreText } from '../ui/StoreText.tsx';
import { LineForm } from './LineForm.tsx';

interface TypedFormProps {
  readonly target: WriteTarget;
  /** Id or SKU, as a person typed it. */
  readonly text: string;
  readonly onPlan: (planned: PlannedAct) => void;
}

/** A product of which only the id or SKU is known: nothing was asked about it. */
export function TypedForm({ target, text, onPlan }: TypedFormProps) {
  return (
    <LineForm
      target={target}
      title={
        <>
          Product <StoreText text={text} most={80} />{' '}
          <span class="muted">as typed; nothing was asked about it</span>
        </>
      }
      limits={
        target.api === 'v1'
          ? 'v1 wants a variation by its product and attributes: search for it, or use v2.'
          : 'Of a variable product type the id or SKU of one variation.'
      }
      doubtsOf={() => []}
      read={() => ({ product: text, name: `product ${text}`, variationId: null, variation: {} })}
      onPlan={onPlan}
    />
  );
}
