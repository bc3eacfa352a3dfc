import { decodePart, encodeLike } from './percent.ts';
import { type Leaf, placeOfParameter } from './place.ts';
import { mapPath } from './walk-path.ts';

/** Reads the fields of a form, or of an address's query; what is not changed stays as it was written. */
export function mapForm(text: string, leaf: Leaf, mapText: (text: string) => string): string {
  return text
    .split('&')
    .map((pair) => {
      const split = pair.indexOf('=');
      const rawName = split === -1 ? pair : pair.slice(0, split);
      const name = decodePart(rawName);
      const mappedName = encodeLike(rawName, name, leaf(name, 'word'));
      if (split === -1) return mappedName;
      const raw = pair.slice(split + 1);
      return `${mappedName}=${encodeLike(raw, decodePart(raw), mapValue(name, decodePart(raw), leaf, mapText))}`;
    })
    .join('&');
}

function mapValue(
  name: string,
  value: string,
  leaf: Leaf,
  mapText: (text: string) => string,
): string {
  if (name === 'rest_route') return mapPath(value, leaf);
  const place = placeOfParameter(name);
  return place === 'text' ? mapText(value) : leaf(value, place);
}
