import { decodePercent } from './percent.ts';

/** Texts are looked into through so many layers of coding. */
export const MOST_LAYERS = 3;

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|quot|apos|lt|gt|nbsp));/gi;

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' },
};

const UNICODE = /\\u([0-9a-f]{4})/gi;

const ESCAPE = /\\u([0-9a-f]{4})|\\(["\\/])/gi;

/** Ways in which all of a text may be written otherwise: entities of HTML, escapes of JSON, or of letters alone. */
export function openWhole(text: string): readonly string[] {
  const opened: string[] = [];
  if (text.includes('&')) opened.push(text.replace(ENTITY, readEntity));
  if (text.includes('\\')) {
    opened.push(text.replace(UNICODE, readEscape), text.replace(ESCAPE, readEscape));
  }
  return [...new Set(opened)].filter((one) => one !== text);
}

function readEscape(_: string, code: string | undefined, sign: unknown): string {
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return typeof sign === 'string' ? sign : '';
}

function readEntity(
  whole: string,
  decimal: string | undefined,
  hex: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Changes every percent-encoded stretch of a text by what it means. */
export function mapPercent(text: string, map: (opened: string) => string): string {
  if (!text.includes('%')) return text;
  return text
    .split(/([\s"<>&=?#/]+)/)
    .map((run) => {
      if (!run.includes('%')) return run;
      const opened = decodePercent(run);
      if (opened === run) return run;
      const mapped = map(opened);
      return mapped === opened ? run : encodeURIComponent(mapped);
    })
    .join('');
}

const BASE64 = /[\w+/-]{16,}={0,2}/g;

/**
 * Changes every stretch of base64 in which `holds` finds something. A stretch may begin with other text
 * (`data/…`), so it is read from each of four places.
 */
export function mapBase64(
  text: string,
  holds: (opened: string) => boolean,
  instead: string,
): string {
  return text.replace(BASE64, (run) => {
    // Text as base64 has capital and small letters; hashes and words have one sort.
    if (!/[A-Z]/.test(run) || !/[a-z]/.test(run)) return run;
    return [0, 1, 2, 3].some((skip) => holds(fromBase64(run.slice(skip)))) ? instead : run;
  });
}

/** The text of base64 in either alphabet; what does not fill four signs at its end is left. */
export function fromBase64(run: string): string {
  const plain = run.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const whole = plain.slice(0, plain.length % 4 === 1 ? -1 : undefined);
  try {
    const bytes = Uint8Array.from(atob(whole), (char) => char.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return '';
  }
}
