import { entryOf, isContainer, keysOf, sizeOf } from '../../lib/json/container.ts';
import type { OutlineNode } from '../../lib/json/outline.ts';

/** Deeper rows are indented no further; they say their level instead. */
const DEEPEST_INDENT = 24;

/** Longer text is cut in a row; the bar under the tree shows more of it. */
const SHOWN = 400;

/** Gives the text of a field as it may stand on the screen. */
export type MaskText = (name: string, text: string) => string;

interface JsonRowProps {
  readonly node: OutlineNode;
  readonly mask: MaskText;
  /** Lower-case text of the search, to be marked. */
  readonly wanted: string;
}

/** The text with the first place that matches the search marked. */
function Marked({ text, wanted }: { readonly text: string; readonly wanted: string }) {
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted);
  const cut = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  if (at < 0) return <>{cut}</>;
  const start = Math.max(0, at - 40);
  return (
    <>
      {start > 0 && '…'}
      {text.slice(start, at)}
      <mark>{text.slice(at, at + wanted.length)}</mark>
      {text.slice(at + wanted.length, at + wanted.length + SHOWN)}
      {text.length > at + wanted.length + SHOWN && '…'}
    </>
  );
}

/** A container in a few signs: `{4}`, `[232]`. */
function containerText(value: object): string {
  return Array.isArray(value) ? `[${value.length}]` : `{${sizeOf(value)}}`;
}

/** Fields and characters of each that a closed row gives a taste of. */
const TASTE = 3;
const TASTE_TEXT = 24;

/** The first plain fields of a closed object, so that the rows of a list can be told apart. */
function taste(value: object, mask: MaskText): string {
  const words: string[] = [];
  for (const key of (keysOf(value) ?? []).slice(0, TASTE * 3)) {
    const entry = entryOf(value, key);
    if (isContainer(entry) || entry === '') continue;
    const text = mask(key, String(entry));
    const cut = text.length > TASTE_TEXT ? `${text.slice(0, TASTE_TEXT)}…` : text;
    words.push(`${key.slice(0, TASTE_TEXT)}: ${cut}`);
    if (words.length === TASTE) break;
  }
  return words.join(', ');
}

/** How a plain value is coloured. */
function kindOf(value: unknown): string {
  return value === null ? 'null' : typeof value;
}

/** What stands in one row: name, and value or size. */
export function JsonRow({ node, mask, wanted }: JsonRowProps) {
  const { value, range, step, depth } = node;
  const indent = `${Math.min(depth, DEEPEST_INDENT) * 0.9 + 0.25}rem`;
  const name = range ? `[${range[0]} … ${range[1] - 1}]` : step === null ? null : String(step);
  return (
    <span class="json-row" style={{ paddingInlineStart: indent }}>
      <span class="json-twisty" aria-hidden="true">
        {node.size === 0 ? '' : node.open ? '▾' : '▸'}
      </span>
      {depth > DEEPEST_INDENT && <span class="json-level">{depth}</span>}
      {name !== null && (
        <>
          <bdi class={typeof step === 'string' ? 'json-name' : 'json-index'}>
            <Marked text={name} wanted={typeof step === 'string' ? wanted : ''} />
          </bdi>
          {range === null && <span class="json-colon">: </span>}
        </>
      )}
      {range === null && isContainer(value) && (
        <span class="json-size">
          {containerText(value)}
          {!node.open && typeof step === 'number' && (
            <bdi class="json-taste"> {taste(value, mask)}</bdi>
          )}
        </span>
      )}
      {range === null && !isContainer(value) && (
        <bdi class={`json-${kindOf(value)}`}>
          {typeof value === 'string' && '"'}
          <Marked text={mask(String(step), String(value))} wanted={wanted} />
          {typeof value === 'string' && '"'}
        </bdi>
      )}
    </span>
  );
}
