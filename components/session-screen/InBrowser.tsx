import type { ComponentChildren } from 'preact';
import type { Ask } from '../../lib/log/ask-store.ts';
import type { SiteFacts } from '../../lib/session/cookie-site.ts';
import type { SiteRead } from '../../lib/site-data.ts';
import { unreachableText } from '../session/unreachable-text.ts';
import { Cookies } from './Cookies.tsx';
import { Part } from './Part.tsx';
import { StorageEntries } from './StorageEntries.tsx';
import type { SiteData } from './use-site-data.ts';

interface InBrowserProps {
  readonly data: SiteData;
  readonly site: SiteFacts;
  /** What the page's calls are sent to: the store, or the front end's own server; null where not known. */
  readonly called: string | null;
  readonly ask: Ask | null;
  readonly busy: boolean;
  readonly now: number;
  readonly onPerform: (ask: Ask) => void;
}

/** What the browser keeps: cookies and storage, with access; else the press that asks for it. */
export function InBrowser({ data, site, called, ask, busy, now, onPerform }: InBrowserProps) {
  const { cookies, storage, cookieChange, taken } = data;
  const { pageUrl } = site;
  const asking = (
    <AskFirst ask={ask} busy={busy} taken={taken} url={pageUrl} onPerform={onPerform} />
  );
  const trip =
    pageUrl && called ? { pageUrl, storeUrl: called, credentials: 'include' as const } : null;
  const crosses = trip && new URL(trip.pageUrl).origin !== new URL(trip.storeUrl).origin;
  return (
    <>
      <Part
        title="Cookies"
        about={
          crosses &&
          'Page and store are two origins: a cookie goes along only with calls that say credentials: "include".'
        }
      >
        {cookies === null && ask === null ? (
          asking
        ) : (
          <Read read={cookies} without={asking}>
            {(reading) => (
              <Cookies reading={reading} change={cookieChange} site={site} trip={trip} now={now} />
            )}
          </Read>
        )}
      </Part>
      <Part title="Storage">
        <Read
          read={storage}
          without={<p class="muted">Read with the same access as the cookies.</p>}
        >
          {(reading) => <StorageEntries reading={reading} before={data.storageBefore} now={now} />}
        </Read>
      </Part>
    </>
  );
}

interface ReadProps<T> {
  readonly read: SiteRead<T> | null;
  /** What stands there without access. */
  readonly without: ComponentChildren;
  readonly children: (value: T) => ComponentChildren;
}

function Read<T>({ read, without, children }: ReadProps<T>) {
  switch (read?.is) {
    case undefined:
      return null;
    case 'read':
      return <>{children(read.value)}</>;
    case 'no-access':
      return <>{without}</>;
    case 'tab-closed':
      return <p>The tab was closed: there is nothing to read from any more.</p>;
    case 'failed':
      return (
        <p>
          {read.failure.what} {read.failure.why} {read.failure.todo}
        </p>
      );
  }
}

interface AskFirstProps {
  readonly ask: Ask | null;
  readonly busy: boolean;
  readonly taken: boolean;
  readonly url: string | null;
  readonly onPerform: (ask: Ask) => void;
}

function AskFirst({ ask, busy, taken, url, onPerform }: AskFirstProps) {
  if (!ask) {
    return (
      <p>
        {unreachableText(url) ??
          'The address of the page is not known yet. Reload it to read its cookies.'}
      </p>
    );
  }
  return (
    <>
      {taken && (
        <p role="status">
          <strong>Access was taken away.</strong> What was read before is no longer shown.
        </p>
      )}
      <p>
        <button
          type="button"
          class="button button-primary"
          disabled={busy}
          aria-describedby="inspect-reason"
          onClick={() => onPerform(ask)}
        >
          Read cookies and storage
        </button>
      </p>
      <p id="inspect-reason" class="muted">
        Asks for access first. {ask.reason}
      </p>
    </>
  );
}
