import type { Header } from '../../lib/http/exchange.ts';
import { groupHeaders } from '../../lib/timeline/header-groups.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { PairsTable } from './PairsTable.tsx';

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
            <PairsTable title={title} label={`${label}: ${title}`} pairs={own.map(toPair)} />
          </Disclosure>
        ) : (
          <PairsTable
            key={title}
            title={title}
            label={`${label}: ${title}`}
            pairs={own.map(toPair)}
          />
        ),
      )}
    </>
  );
}

function toPair({ name, value }: Header): readonly [string, string] {
  return [name, value];
}
