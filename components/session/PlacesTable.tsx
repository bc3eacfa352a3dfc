import type { SeenKey } from '../../lib/log/seen-keys.ts';
import { ageText } from '../../lib/time-text.ts';
import { Moment } from './Moment.tsx';
import { placeWord } from './place-words.ts';

interface PlacesTableProps {
  readonly caption: string;
  readonly seen: SeenKey;
  readonly now: number;
}

/** Every place one key was seen in, with the last call that had it there. */
export function PlacesTable({ caption, seen, now }: PlacesTableProps) {
  return (
    <table class="places">
      <caption class="visually-hidden">{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">Place</th>
          <th scope="col">Name</th>
          <th scope="col">Where last</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {seen.places.map((place) => (
          <tr key={`${place.source} ${place.name}`}>
            <td>{placeWord(place)}</td>
            <td>
              <bdi class="mono">{place.name}</bdi>
            </td>
            <td>
              <bdi class="mono">{place.where}</bdi>
            </td>
            <td>
              <Moment at={place.at} now={now} relative={ageText(place.at, now)} show="both" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
