import { useId, useState } from 'preact/hooks';
import type { ChurnOutcome, ChurnRow } from '../../lib/session/churn-row.ts';
import type { KeyChurn as Churn } from '../../lib/session/key-churn.ts';
import { placeWord } from '../session/place-words.ts';
import { Pill, type Tone } from '../ui/Pill.tsx';
import { AsOf } from './AsOf.tsx';
import { otherCallerWords } from './caller-words.ts';
import { NamedKey } from './NamedKey.tsx';
import { Part } from './Part.tsx';
import type { Names } from './use-cart-names.ts';

interface KeyChurnProps {
  readonly churn: Churn;
  readonly names: Names;
  readonly now: number;
}

const FIRST = 8;
const MOST = 300;

/** Which keys went out and came back, call by call, the newest first. */
export function KeyChurn({ churn, names, now }: KeyChurnProps) {
  const [all, setAll] = useState(false);
  const id = useId();
  const { rows, sentence, follows } = churn;
  const shown = rows.toReversed().slice(0, all ? MOST : FIRST);
  const none = rows.filter(({ sentNone }) => sentNone === true).slice(-MOST_LINKS);
  const goTo = (row: ChurnRow) => {
    if (!shown.includes(row)) setAll(true);
    // The rows beyond the first are drawn before the next frame.
    requestAnimationFrame(() => document.getElementById(`${id}-${row.number}`)?.focus());
  };
  return (
    <Part id="keys-sent" title="Keys sent and returned" about={sentence}>
      {follows && <p class="doubt">{follows}</p>}
      {none.length > 0 && (
        <p class="churn-links">
          Sent none:{' '}
          {none.map((row) => (
            <button key={row.callId} type="button" class="link" onClick={() => goTo(row)}>
              call {row.number}
            </button>
          ))}
        </p>
      )}
      {rows.length > 0 && (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">Call</th>
              <th scope="col">Sent</th>
              <th scope="col">Returned</th>
              <th scope="col">What happened</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.callId} id={`${id}-${row.number}`} tabIndex={-1}>
                <td data-label="Call">
                  {row.number}. <bdi class="mono">{row.label}</bdi>
                  <span class="why">
                    <AsOf at={row.startedAt} now={now} />
                    {otherCallerWords(row.caller) && ` · ${otherCallerWords(row.caller)}`}
                  </span>
                </td>
                <td data-label="Sent">
                  {row.sent.length === 0 && (
                    <span class="muted">{row.through ? 'none by the page' : 'none'}</span>
                  )}
                  {row.sent.map((sent) => (
                    <span key={`${sent.source} ${sent.name}`} class="churn-key">
                      <NamedKey cartKey={sent.key} names={names} />
                      <span class="why">
                        {placeWord(sent)} <bdi class="mono">{sent.name}</bdi>
                      </span>
                    </span>
                  ))}
                </td>
                <td data-label="Returned">
                  {row.returned === null ? (
                    <span class="muted">not named</span>
                  ) : (
                    <NamedKey cartKey={row.returned} names={names} />
                  )}
                </td>
                <td data-label="What happened">
                  <Pill tone={TONES[row.outcome]}>{WORDS[row.outcome]}</Pill>{' '}
                  <span class="why">{row.note}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > shown.length && (
        <p class="muted">
          {all ? (
            `and ${rows.length - shown.length} older calls`
          ) : (
            <button type="button" class="button" onClick={() => setAll(true)}>
              Show all {rows.length} calls
            </button>
          )}
        </p>
      )}
    </Part>
  );
}

/** Calls that are linked from the sentence; the table has all. */
const MOST_LINKS = 8;

const WORDS: Readonly<Record<ChurnOutcome, string>> = {
  kept: 'kept',
  made: 'new cart',
  known: 'known cart',
  other: 'another cart',
  'passed-on': 'passed on',
  changed: 'another cart',
  untold: 'not told',
};

const TONES: Readonly<Record<ChurnOutcome, Tone>> = {
  kept: 'good',
  made: 'bad',
  known: 'plain',
  other: 'warn',
  'passed-on': 'plain',
  changed: 'warn',
  untold: 'plain',
};
