import { standIn, type Text, UNSEEN, variablesOf } from './text.ts';

/** A text as PHP: strings and variables, joined. */
export function phpText(text: Text): string {
  if (text.length === 0) return "''";
  return text
    .map((piece) => (typeof piece === 'string' ? phpString(piece) : phpVariable(piece.variable)))
    .join(' . ');
}

/** Single quotes know two escapes and no variable; double ones are needed for what nobody sees (PHP 7 and later). */
function phpString(text: string): string {
  if (!UNSEEN.test(text)) return `'${text.replace(/[\\']/g, '\\$&')}'`;
  const inner = text
    .replace(/[\\"$]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replace(
      new RegExp(UNSEEN, 'gu'),
      (unseen) => `\\u{${(unseen.codePointAt(0) ?? 0).toString(16)}}`,
    );
  return `"${inner}"`;
}

/** Lower case, as PHP and WordPress name variables. */
function phpVariable(variable: string): string {
  return `$${variable.toLowerCase()}`;
}

/** How a file begins: notes, and a line a variable, to be filled in. */
export function phpOpening(notes: readonly string[], texts: readonly Text[]): readonly string[] {
  return [
    '<?php',
    ...notes.map((note) => `// ${note}`),
    ...variablesOf(texts).map((name) => `${phpVariable(name)} = ${phpString(standIn(name))};`),
    '',
  ];
}
