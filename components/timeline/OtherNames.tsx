import { counted } from '../../lib/counted.ts';
import type { OtherName } from '../../lib/timeline/other-names.ts';
import { Disclosure } from '../ui/Disclosure.tsx';

/** Names of a request or an answer that other versions of CoCart call otherwise. */
export function OtherNames({ names }: { readonly names: readonly OtherName[] }) {
  if (names.length === 0) return null;
  return (
    <Disclosure summary={`Otherwise in other versions: ${counted(names.length, 'name')}`}>
      <ul>
        {names.map(([place, name, says]) => (
          <li key={`${place} ${name}`}>
            <code>{name}</code> <span class="muted">({place})</span> {says}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
