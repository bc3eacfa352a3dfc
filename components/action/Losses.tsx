import { StoreText } from '../ui/StoreText.tsx';

/** What the cart loses by an act. */
export function Losses({ losses }: { readonly losses: readonly string[] }) {
  if (losses.length === 0) return null;
  return (
    <section class="sheet-losses" aria-label="What is lost">
      <h3>What is lost</h3>
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
