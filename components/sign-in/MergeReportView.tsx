import { differs, type MergeLine } from '../../lib/sign-in/merge-lines.ts';
import type { MergeReport, MergeTable } from '../../lib/sign-in/sign-report.ts';
import { StoreText } from '../ui/StoreText.tsx';

/** What the version's rule says of both carts, and what the store holds, line by line. */
export function MergeReportView({ merge }: { readonly merge: MergeReport }) {
  const { customer, guest, rule, refusal } = merge;
  return (
    <>
      {rule && (
        <p>
          The rule: {rule.says} <span class="muted">({rule.source})</span>
        </p>
      )}
      {refusal && (
        <p>
          The store refused the merge: <StoreText text={refusal} />
        </p>
      )}
      <Lines
        caption="The customer’s cart"
        table={customer}
        columns={[
          ['Guest had', ({ guestHad }) => had(guestHad)],
          ['Customer had', ({ customerHad }) => had(customerHad)],
        ]}
      />
      <Lines
        caption="The guest’s cart"
        table={guest}
        columns={[['Guest had', ({ guestHad }) => had(guestHad)]]}
      />
    </>
  );
}

type Column = readonly [label: string, value: (line: MergeLine) => string];

interface LinesProps {
  readonly caption: string;
  readonly table: MergeTable;
  readonly columns: readonly Column[];
}

function Lines({ caption, table: { lines, more }, columns }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <>
      <table class="sign-lines">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            {columns.map(([label]) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">By the rule</th>
            <th scope="col">Holds now</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={`${at}`} class={differs(line) ? 'sign-differs' : ''}>
              <th scope="row">
                <StoreText text={line.name} />
              </th>
              {columns.map(([label, value]) => (
                <td key={label}>{value(line)}</td>
              ))}
              <td>{line.ruled === null ? 'not known' : had(line.ruled)}</td>
              <td>
                {line.found === null ? 'not read' : had(line.found)}
                {differs(line) && <strong> differs</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p class="muted">and {more} more</p>}
    </>
  );
}

function had(quantity: number): string {
  return quantity === 0 ? 'none' : String(quantity);
}
