import { useMemo, useState } from 'preact/hooks';
import { maskKey } from '../../lib/cocart/cart-key.ts';
import type { Body } from '../../lib/http/exchange.ts';
import { bodySizeText } from '../../lib/timeline/byte-text.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { laterPart, useLoaded } from '../ui/use-loaded.ts';

interface BodyViewProps {
  /** As it may stand on the screen. */
  readonly body: Body;
  /** What it is, for screen readers: `Body of the answer`. */
  readonly label: string;
  readonly showKeys: boolean;
}

const laterTree = laterPart(() => import('../ui/JsonTree.tsx'));

/** Characters of a raw body on the screen; the copy has all. */
const MOST = 200_000;

const FORMS = [
  { value: 'tree', label: 'Tree' },
  { value: 'raw', label: 'Raw' },
] as const;

const MISSING = {
  none: 'There is no body.',
  unavailable: 'The browser did not hand out the body.',
  binary: 'The body is binary, not text.',
  'too-large': 'The body is larger than what is kept.',
  dropped: 'The body gave way to newer ones.',
  redirect: 'The browser tells nothing of a redirect that is not followed.',
  unheard: 'The call was heard in passing, and bodies are not told then.',
} as const;

/** A body as a tree where it is JSON, and as it came. */
export function BodyView({ body, label, showKeys }: BodyViewProps) {
  const { text } = body;
  const json = useMemo(() => jsonOf(text), [text]);
  const [form, setForm] = useState<'tree' | 'raw'>('tree');
  const tree = useLoaded(json === undefined ? null : laterTree);
  if (body.text === null) return <p class="muted">{MISSING[body.missing]}</p>;
  const isTree = json !== undefined && form === 'tree';
  return (
    <div class="body">
      <div class="body-bar">
        <span class="muted">{bodySizeText(body)}</span>
        {json !== undefined && (
          <Segmented label={`${label} as`} options={FORMS} value={form} onChange={setForm} />
        )}
        <CopyButton text={body.text} what={label.toLowerCase()} />
      </div>
      {isTree && tree && (
        <div class="body-tree">
          <tree.JsonTree
            value={json}
            label={label}
            mask={(field, value) => (field === 'cart_key' && !showKeys ? maskKey(value) : value)}
          />
        </div>
      )}
      {!isTree && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by the keyboard.
        <section class="body-raw" tabIndex={0} aria-label={label}>
          <pre>
            {body.text.slice(0, MOST)}
            {body.text.length > MOST && '…'}
          </pre>
        </section>
      )}
    </div>
  );
}

function jsonOf(text: string | null): unknown {
  try {
    const json: unknown = JSON.parse(text ?? '');
    return typeof json === 'object' ? json : undefined;
  } catch {
    return undefined;
  }
}
