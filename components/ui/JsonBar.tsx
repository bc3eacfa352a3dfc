import { isContainer } from '../../lib/json/container.ts';
import { writePath } from '../../lib/json/json-path.ts';
import { jsonText } from '../../lib/json/json-text.ts';
import { type OutlineNode, stepsOf } from '../../lib/json/outline.ts';
import { CopyButton } from './CopyButton.tsx';

/** The bar shows so much of a value and of a path; the copies have all of it. */
const SHOWN = 2_000;

interface JsonBarProps {
  /** The row that the tree stands on. */
  readonly node: OutlineNode;
}

/** What the clipboard gets: text as it is, anything else as JSON. */
function valueText(value: unknown): string {
  return typeof value === 'string' ? value : jsonText(value).text;
}

/** The row under a JSON tree: where it stands, the value in full, and both to copy. */
export function JsonBar({ node }: JsonBarProps) {
  const path = writePath(stepsOf(node));
  const long = typeof node.value === 'string' && node.value.length > 60;
  return (
    <div class="json-bar">
      <code class="json-path" title={path.slice(0, SHOWN)}>
        {path === '' ? 'the whole answer' : path.slice(0, SHOWN)}
      </code>
      {path !== '' && <CopyButton text={path} what="path" />}
      <CopyButton
        text={() => valueText(node.value)}
        what={isContainer(node.value) ? 'as JSON' : 'value'}
      />
      {long && <p class="json-full">{valueText(node.value).slice(0, SHOWN)}</p>}
    </div>
  );
}
