import type { Outcome } from '../outcome.ts';
import type { CookieReading, SiteRead, StorageReading, TabJar } from '../site-data.ts';
import {
  forgetEverythingMessage,
  readCookiesMessage,
  readJarsMessage,
  readStorageMessage,
} from '../site-messages.ts';
import { send } from './messaging.ts';

/** Asks the background for the cookies of these addresses, in the jar of the tab. */
export async function askForCookies(
  tabId: number,
  urls: readonly string[],
): Promise<SiteRead<CookieReading>> {
  return siteRead(await send(readCookiesMessage, { tabId, urls: [...urls] }));
}

/** Asks the background for the storage of the tab's page, which has to be of this origin. */
export async function askForStorage(
  tabId: number,
  origin: string,
): Promise<SiteRead<StorageReading>> {
  return siteRead(await send(readStorageMessage, { tabId, origin }));
}

/** Asks the background in which jar the cookies of these tabs are; nothing where it does not answer. */
export async function askForJars(
  tabIds: readonly number[],
): Promise<Readonly<Record<string, TabJar>>> {
  const answer = await send(readJarsMessage, { tabIds: [...tabIds] });
  return answer.ok ? answer.value : {};
}

/** Has the background forget everything captured, of every tab. */
export function askToForget(): Promise<Outcome<null>> {
  return send(forgetEverythingMessage, {});
}

/** A background that did not answer is one more way in which reading can fail. */
function siteRead<T>(answer: Outcome<SiteRead<T>>): SiteRead<T> {
  return answer.ok ? answer.value : { is: 'failed', failure: answer.failure };
}
