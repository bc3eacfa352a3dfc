import browser from 'webextension-polyfill';
import type { CookieEdit } from '../identity/key-edit.ts';

/** What the cookie holds now in this jar; null where there is none. */
export async function readCookiePlace(
  edit: CookieEdit,
  jar: string | null,
): Promise<string | null> {
  const { name, domain, path } = edit.cookie;
  const found = await browser.cookies.getAll({ name, ...jarDetails(edit, jar), url: urlOf(edit) });
  return found.find((one) => one.domain === domain && one.path === path)?.value ?? null;
}

/** Gives the cookie its new value, with its attributes as they are, or takes it away. */
export async function writeCookiePlace(edit: CookieEdit, jar: string | null): Promise<void> {
  const { name, domain, hostOnly, path, secure, httpOnly, sameSite, expiresAt } = edit.cookie;
  const url = urlOf(edit);
  const details = jarDetails(edit, jar);
  if (edit.after === null) {
    await browser.cookies.remove({ url, name, ...details });
    return;
  }
  await browser.cookies.set({
    ...{ url, name, path, secure, httpOnly, ...details },
    value: edit.after,
    ...(!hostOnly && { domain }),
    ...(sameSite !== 'unspecified' && {
      sameSite: sameSite === 'none' ? 'no_restriction' : sameSite,
    }),
    ...(expiresAt !== null && { expirationDate: expiresAt / 1000 }),
  });
}

/** An address that the cookie belongs to. */
function urlOf({ cookie: { domain, path, secure } }: CookieEdit): string {
  return `${secure ? 'https' : 'http'}://${domain.replace(/^\./, '')}${path}`;
}

function jarDetails({ cookie: { partition } }: CookieEdit, jar: string | null) {
  return {
    ...(jar !== null && { storeId: jar }),
    ...(partition !== null && { partitionKey: { topLevelSite: partition } }),
  };
}
