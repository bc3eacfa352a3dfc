import type { ComponentChildren } from 'preact';
import type { Exchange } from '../../lib/http/exchange.ts';
import type { Preflight } from '../../lib/timeline/read-preflight.ts';
import { StoreText } from '../ui/StoreText.tsx';
import { BodyView } from './BodyView.tsx';
import { HeadersTable } from './HeadersTable.tsx';
import { PairsTable } from './PairsTable.tsx';
import { PreflightPart } from './PreflightPart.tsx';

interface RequestPartProps {
  /** As it may stand on the screen. */
  readonly exchange: Exchange;
  readonly preflight: Preflight | null;
  readonly showKeys: boolean;
  /** What else there is to say of it. */
  readonly children?: ComponentChildren;
}

/** What was sent: address, query, body, headers, and what the browser asked before. */
export function RequestPart({ exchange, preflight, showKeys, children }: RequestPartProps) {
  const { method, url, headers, body } = exchange.request;
  const query = URL.canParse(url) ? [...new URL(url).searchParams] : [];
  return (
    <div class="message">
      <p class="mono message-line">
        <strong>{method}</strong> <StoreText text={url} most={1_000} />
      </p>
      {exchange.part && (
        <p class="muted">
          Call {exchange.part.number} of {exchange.part.of} in one request to WordPress’ batch/v1,
          as if it had been sent by itself: its address is put together from its path, and the
          headers of the request go before its own.
        </p>
      )}
      {preflight && <PreflightPart preflight={preflight} />}
      {query.length > 0 && <PairsTable title="Query" pairs={query} />}
      <h3>Body</h3>
      <BodyView body={body} label="Body of the request" showKeys={showKeys} />
      {children}
      <h3>Headers</h3>
      <HeadersTable headers={headers} label="Headers of the request" />
    </div>
  );
}
