import { isContainer, sizeOf } from '../../lib/json/container.ts';
import { jsonText } from '../../lib/json/json-text.ts';
import { CopyButton } from '../ui/CopyButton.tsx';

/** A part shows so many characters; raw JSON and the copy have all. */
const SHOWN = 4_000;

interface RawPartProps {
  readonly title: string;
  readonly value: unknown;
  /** What to say when there is nothing in it. */
  readonly none?: string;
}

/** A part of an answer as it came: for what has no place of its own on the screen. */
export function RawPart({ title, value, none }: RawPartProps) {
  if (isContainer(value) && sizeOf(value) === 0) {
    return none === undefined ? null : <p class="muted raw-none">{none}</p>;
  }
  const { text, cut } = jsonText(value, SHOWN);
  return (
    <div class="raw-part">
      <div class="raw-title">
        <code>{title}</code>
        <CopyButton text={() => jsonText(value).text} what={title} iconOnly />
      </div>
      <pre>{text}</pre>
      {cut && <p class="muted">Cut here; Raw JSON has the rest.</p>}
    </div>
  );
}
