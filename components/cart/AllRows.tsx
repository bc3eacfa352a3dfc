import { LineCells } from './LineCells.tsx';
import { LineDetails } from './LineDetails.tsx';
import { lineClass } from './line-class.ts';
import type { RowsProps } from './rows-props.ts';
import { detailsId } from './words.ts';

/** Every row of the table. */
export function AllRows({ rows, name, write, onToggle }: RowsProps) {
  return (
    <tbody {...{ role: 'rowgroup' }}>
      {rows.map((row, at) => (
        <tr key={row.id} class={lineClass(row)} {...{ role: 'row' }} aria-rowindex={at + 2}>
          {row.details ? (
            <LineDetails row={row} write={write} id={detailsId(name, at - 1)} />
          ) : (
            <LineCells row={row} at={at} write={write} onToggle={onToggle} name={name} />
          )}
        </tr>
      ))}
    </tbody>
  );
}
