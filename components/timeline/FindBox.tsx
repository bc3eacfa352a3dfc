import { useId } from 'preact/hooks';
import { counted } from '../../lib/counted.ts';
import { TERM_RULES } from '../../lib/timeline/query.ts';
import { Disclosure } from '../ui/Disclosure.tsx';

interface FindBoxProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly found: number;
  readonly all: number;
  /** Calls whose words were not read yet. */
  readonly unread: number;
  /** True where words of some calls cannot be found. */
  readonly full: boolean;
}

/** One box for words and terms, with how many calls fit. */
export function FindBox({ text, onText, found, all, unread, full }: FindBoxProps) {
  const id = useId();
  return (
    <div class="find">
      <input
        type="search"
        class="field find-field"
        aria-label="Find calls"
        aria-describedby={`${id}-count`}
        placeholder="Find: add-item, status:4xx, changed, key:6229, “Album”"
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <span id={`${id}-count`} class="find-count muted" role="status">
        {countText(text, found, all)}
        {text.trim() !== '' && unread > 0 && `, ${counted(unread, 'call')} still being read`}
        {full && ', rare words of the latest calls are not all found'}
      </span>
      <Disclosure summary="Terms">
        <dl class="find-terms">
          {Object.entries(TERM_RULES).map(([name, { example, says }]) => (
            <div key={name}>
              <dt>
                <code>{example}</code>
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
          <div>
            <dt>
              <code>changed</code>
            </dt>
            <dd>the cart is another one after it</dd>
          </div>
          <div>
            <dt>
              <code>error</code>
            </dt>
            <dd>the store refused, failed or did not answer</dd>
          </div>
          <div>
            <dt>
              <code>album "blue hoodie"</code>
            </dt>
            <dd>words of route, names, requests and answers; every one has to be there</dd>
          </div>
        </dl>
      </Disclosure>
    </div>
  );
}

function countText(text: string, found: number, all: number): string {
  return text.trim() === '' ? counted(all, 'call') : `${found} of ${counted(all, 'call')}`;
}
