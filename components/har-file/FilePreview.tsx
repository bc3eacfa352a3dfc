import { useId, useState } from 'preact/hooks';
import type { ExportFile } from '../../lib/har-file/exports.ts';
import { byteText } from '../../lib/timeline/byte-text.ts';

/** How much is shown at once: more would hold up the screen. */
const SHOWN = 20_000;

/** What goes out, letter by letter. */
export function FilePreview({ file }: { readonly file: ExportFile }) {
  const id = useId();
  const [shown, setShown] = useState(SHOWN);
  const { text } = file;
  return (
    <div class="form-part">
      <h3 class="form-title" id={id}>
        What goes out <span class="muted">{byteText(text.length)}</span>
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach it. */}
      <section class="file-preview" tabIndex={0} aria-labelledby={id}>
        <pre>{text.slice(0, shown)}</pre>
      </section>
      {text.length > shown && (
        <div class="form-row">
          <button type="button" class="button" onClick={() => setShown(shown + SHOWN * 5)}>
            Show more
          </button>
          <span class="muted">The first {byteText(shown)} are shown.</span>
        </div>
      )}
    </div>
  );
}
