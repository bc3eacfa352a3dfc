import type { Header } from '../../lib/http/exchange.ts';
import { groupHeaders } from '../../lib/timeline/header-groups.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { StoreText } from '../ui/StoreText.tsx';

interface HeadersTableProps {
  /** As they may stand on the screen. */
  readonly headers: readonly Header[];
  /** Whose they are: `Headers of the answer`. */
  readonly label: string;
}

/** Headers by what they are about. */
export function HeadersTable({ headers, label }: HeadersTableProps) {
  const groups = groupHeaders(headers);
  if (groups.length === 0) return <p class="muted">No headers were told.</p>;
  return (
    <>
      {groups.map(({ title, folded, headers: own }) =>
        folded ? (
          <Disclosure key={title} summary={`${title} (${own.length})`}>
            <Rows title={title} label={label} headers={own} />
          </Disclosure>
        ) : (
          <Rows key={title} title={title} label={label} headers={own} />
        ),
      )}
    </>
  );
}

function Rows({ title, label, headers }: HeadersTableProps & { readonly title: string }) {
  return (
    <table class="headers" aria-label={`${label}: ${title}`}>
      <caption>{title}</caption>
      <tbody>
        {headers.map(({ name, value }, at) => (
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
