import { StoreText } from '../ui/StoreText.tsx';

interface LossesProps {
  readonly title: string;
  readonly losses: readonly string[];
}

/** What the cart loses by an act, or what the act leaves out. */
export function Losses({ title, losses }: LossesProps) {
  if (losses.length === 0) return null;
  return (
    <section class="sheet-losses" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {losses.map((loss, at) => (
          <li key={`${at}`}>
            <StoreText text={loss} />
          </li>
        ))}
      </ul>
    </section>
  );
}
