import type { KeyEdit } from '../../lib/identity/key-edit.ts';
import { SecretText } from './SecretText.tsx';

/** What becomes of each entry and cookie, to the letter. */
export function KeyEdits({ edits }: { readonly edits: readonly KeyEdit[] }) {
  return (
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Holds now</th>
          <th scope="col">Will hold</th>
        </tr>
      </thead>
      <tbody>
        {edits.map((edit) => {
          const { name } = edit.in === 'cookie' ? edit.cookie : edit;
          // One name may have a cookie of each domain and path.
          const id =
            edit.in === 'cookie' ? `${edit.cookie.domain}${edit.cookie.path} ${name}` : name;
          return (
            <tr key={`${edit.in} ${id}`}>
              <td data-label="Where">
                <bdi class="mono">{name.slice(0, 120)}</bdi>
                <span class="why">
                  {edit.in === 'cookie' ? `cookie of ${edit.cookie.domain}` : edit.in}
                </span>
              </td>
              <td data-label="Holds now">
                <Value value={edit.before} what={`value of ${name.slice(0, 60)}`} />
              </td>
              <td data-label="Will hold">
                <Value value={edit.after} what={`new value of ${name.slice(0, 60)}`} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Value({ value, what }: { readonly value: string | null; readonly what: string }) {
  return value === null ? <>nothing</> : <SecretText value={value} what={what} />;
}
