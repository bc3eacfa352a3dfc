import { StoreText } from '../ui/StoreText.tsx';

interface FieldsProps {
  /** Names as CoCart writes them; null values are not told and left out. */
  readonly fields: readonly { readonly name: string; readonly value: string | null }[];
}

/** Names and values, two columns where there is room. */
export function Fields({ fields }: FieldsProps) {
  const told = fields.filter(({ value }) => value !== null && value !== '');
  if (told.length === 0) return null;
  return (
    <dl class="fields">
      {told.map(({ name, value }) => (
        <div key={name}>
          <dt>
            <StoreText text={name} />
          </dt>
          <dd>
            <StoreText text={value ?? ''} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
