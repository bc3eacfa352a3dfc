import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Page, SeenPage } from '../capture.ts';
import type { Redirect } from '../http/redirect.ts';
import { notePage, noteTarget, type PageKey } from './page-keys.ts';

/** The page that a log is about, and the keys in the addresses that the tab went through. */
export interface PageInFront {
  /** Null while nothing told. */
  readonly page: ReadonlySignal<SeenPage | null>;
  /** The one seen last first. */
  readonly pageKeys: ReadonlySignal<readonly PageKey[]>;
  /** A page that is older than the one known is looked through for keys alone. */
  set(next: Page | SeenPage): void;
  /** Looks for keys in the address that was redirected, and in the one that it leads to. */
  noteRedirect(redirect: Redirect): void;
  /** Looks for keys in the address that a redirect leads to; null for none. */
  noteTargetOf(redirect: Redirect | null): void;
  /** Forgets the keys; the page stays. */
  forgetKeys(): void;
}

export function createPageInFront(): PageInFront {
  const page = signal<SeenPage | null>(null);
  const pageKeys = signal<readonly PageKey[]>([]);

  function noteTargetOf(redirect: Redirect | null): void {
    if (redirect) pageKeys.value = noteTarget(pageKeys.value, redirect);
  }

  return {
    page,
    pageKeys,
    set(next) {
      pageKeys.value = notePage(pageKeys.value, next);
      const known = page.value;
      if (known && isOlderPage(next, known)) return;
      const told = 'heardFromStart' in next ? next.heardFromStart : null;
      const before = known?.since === next.since ? known : null;
      const url = next.url ?? before?.url ?? null;
      const heardFromStart = told ?? before?.heardFromStart ?? null;
      if (before?.url === url && before.heardFromStart === heardFromStart) return;
      page.value = { url, since: next.since, heardFromStart };
    },
    noteRedirect(redirect) {
      pageKeys.value = notePage(pageKeys.value, redirect);
      noteTargetOf(redirect);
    },
    noteTargetOf,
    forgetKeys() {
      pageKeys.value = [];
    },
  };
}

/**
 * True when a page cannot be the one in front. A panel that began to listen late counts the page from
 * then, without an address, until it learns what the page is and that it began earlier.
 */
function isOlderPage(next: Page, known: Page): boolean {
  if ((next.url === null) !== (known.url === null)) return next.url === null;
  return next.since < known.since;
}
