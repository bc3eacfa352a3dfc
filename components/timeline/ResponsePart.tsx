import type { ComponentChildren } from 'preact';
import type { Reading } from '../../lib/cocart/reading.ts';
import { counted } from '../../lib/counted.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { readTrace } from '../../lib/timeline/server-trace.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import { BodyView } from './BodyView.tsx';
import { HeadersTable } from './HeadersTable.tsx';

interface ResponsePartProps {
  /** As it may stand on the screen. */
  readonly exchange: Exchange;
  readonly reading: Reading | null;
  readonly showKeys: boolean;
  /** What else there is to say of it. */
  readonly children?: ComponentChildren;
}

/** Problems that stand in the list; a broken answer may have thousands. */
const MOST = 50;

function answerText({ status, body }: Exchange['response']): string {
  if (status !== 0) return `Status ${status}`;
  return body.missing === 'redirect' ? 'A redirect' : 'No answer';
}

/** What came back: what did not fit, body, where it failed on the server, headers. */
export function ResponsePart({ exchange, reading, showKeys, children }: ResponsePartProps) {
  const { response, durationMs } = exchange;
  const problems = reading?.problems ?? [];
  const trace = readTrace(reading?.json);
  return (
    <div class="message">
      <p class="message-line">
        <strong>{answerText(response)}</strong>
        {durationMs !== null && ` after ${Math.round(durationMs)} ms`}
        {response.fromCache && ', from the browser’s cache'}
        {response.redirectedTo && `, redirected to ${response.redirectedTo}`}
      </p>
      {problems.length > 0 && (
        <section class="problems" aria-label="What did not fit">
          <h3>{counted(problems.length, 'thing')} did not fit what CoCart is known to send</h3>
          <ul>
            {problems.slice(0, MOST).map(({ path, message }, at) => (
              <li key={`${at}`}>
                <code>
                  <StoreText text={path} most={120} />
                </code>{' '}
                <StoreText text={message} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {trace.length > 0 && (
        <Disclosure summary={`Where on the server: ${counted(trace.length, 'frame')}`}>
          <ol class="trace">
            {trace.map(({ place, call }, at) => (
              <li key={`${at}`}>
                <bdi class="mono">{call}</bdi> <bdi class="muted">{place}</bdi>
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
      <BodyView body={response.body} label="Body of the answer" showKeys={showKeys} />
      {children}
      <h3>Headers</h3>
      <HeadersTable headers={response.headers} label="Headers of the answer" />
    </div>
  );
}
