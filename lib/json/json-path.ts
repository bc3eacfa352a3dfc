import { isContainer, keysOf } from './container.ts';

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** One step of a path: a field's name, or a list's index. */
export type Step = string | number;

/** Writes a path as JavaScript would reach it: `items[0].totals.subtotal`, `["odd key"]`. */
export function writePath(steps: readonly Step[]): string {
  let path = '';
  for (const step of steps) {
    if (typeof step === 'number') path += `[${step}]`;
    else if (!IDENTIFIER.test(step)) path += `[${JSON.stringify(step)}]`;
    else path += path === '' ? step : `.${step}`;
  }
  return path;
}

const STEP = /^(?:\.?([\p{ID_Start}$_][\p{ID_Continue}$]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\])/u;

function quotedName(text: string): string | null {
  try {
    const name: unknown = JSON.parse(text);
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}

/** Reads a path as `writePath` writes it; null when the text is no such path. */
export function readPath(text: string): Step[] | null {
  const steps: Step[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const step = STEP.exec(rest);
    if (step === null) return null;
    const [whole, name, index, quoted] = step;
    const read = name ?? (index === undefined ? quotedName(quoted ?? '') : Number(index));
    if (read === null) return null;
    steps.push(read);
    rest = rest.slice(whole.length);
  }
  return steps;
}

/**
 * Where a path leads in a value, as places: the position of each step among its siblings. Null when
 * it leads nowhere.
 */
export function placesOfPath(value: unknown, steps: readonly Step[]): number[] | null {
  const places: number[] = [];
  let at = value;
  for (const step of steps) {
    if (!isContainer(at) || !Object.hasOwn(at, step)) return null;
    const place = keysOf(at)?.indexOf(String(step)) ?? Number(step);
    if (!Number.isInteger(place) || place < 0) return null;
    places.push(place);
    at = Reflect.get(at, step);
  }
  return places;
}
