import { StoreText } from '../ui/StoreText.tsx';

interface PairsTableProps {
  readonly title: string;
  readonly label?: string;
  readonly pairs: readonly (readonly [name: string, value: string])[];
}

/** Names with their values, as a query or headers have them. */
export function PairsTable({ title, label, pairs }: PairsTableProps) {
  return (
    <table class="headers" aria-label={label}>
      <caption>{title}</caption>
      <tbody>
        {pairs.map(([name, value], at) => (
          <tr key={`${at}`}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td>
              <StoreText text={value} most={1_000} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
