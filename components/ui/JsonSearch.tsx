import type { SearchHits } from '../../lib/json/json-search.ts';
import './ui.css';

interface JsonSearchProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Null while it is searching. */
  readonly found: SearchHits | null;
  /** Which hit is shown, from 0. */
  readonly hit: number;
  readonly onHit: (index: number) => void;
  readonly onOpenAll: () => void;
  readonly onCloseAll: () => void;
  /** False when opening all stopped at the limit. */
  readonly whole: boolean;
}

function counted(text: string, found: SearchHits | null, hit: number): string {
  if (text.trim() === '') return '';
  if (found === null) return 'searching…';
  if (found.hits.length === 0) return 'no hits';
  return `${hit + 1} of ${found.hits.length}${found.more ? '+' : ''}`;
}

/** The row above a JSON tree: search, next and previous hit, open and close all. */
export function JsonSearch(props: JsonSearchProps) {
  const { text, onText, found, hit, onHit, onOpenAll, onCloseAll, whole } = props;
  const none = found === null || found.hits.length === 0;
  return (
    <div class="json-tools">
      <input
        type="search"
        class="json-search"
        aria-label="Search names and values, or go to a path"
        placeholder="Search, or a path: items[0].price"
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || none) return;
          event.preventDefault();
          onHit(event.shiftKey ? hit - 1 : hit + 1);
        }}
      />
      <span class="json-count" role="status">
        {counted(text, found, hit)}
      </span>
      <button
        type="button"
        class="button"
        disabled={none}
        aria-label="Previous hit"
        title="Previous hit (Shift+Enter)"
        onClick={() => onHit(hit - 1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="button"
        disabled={none}
        aria-label="Next hit"
        title="Next hit (Enter)"
        onClick={() => onHit(hit + 1)}
      >
        ↓
      </button>
      <span class="json-gap" />
      {!whole && <span class="muted">The first 100,000 rows are open.</span>}
      <button type="button" class="button" onClick={onOpenAll}>
        Open all
      </button>
      <button type="button" class="button" onClick={onCloseAll}>
        Close all
      </button>
    </div>
  );
}
