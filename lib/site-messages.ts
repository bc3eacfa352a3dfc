import type { Message } from './messages.ts';
import {
  type CookieReading,
  cookieReadingSchema,
  type SiteRead,
  type StorageReading,
  siteReadSchema,
  storageReadingSchema,
  type TabJar,
  tabJarSchema,
} from './site-data.ts';
import { z } from './zod.ts';

/** Which cookies do these addresses have, in the jar of this tab? */
export const readCookiesMessage: Message<
  { tabId: number; urls: string[] },
  SiteRead<CookieReading>
> = {
  name: 'read-cookies',
  payload: z.object({ tabId: z.number(), urls: z.array(z.string()) }),
  reply: siteReadSchema(cookieReadingSchema),
};

/** What does the page of this tab, which has to be of this origin, keep in its storage? */
export const readStorageMessage: Message<
  { tabId: number; origin: string },
  SiteRead<StorageReading>
> = {
  name: 'read-storage',
  payload: z.object({ tabId: z.number(), origin: z.string() }),
  reply: siteReadSchema(storageReadingSchema),
};

/** In which jar are the cookies of each of these tabs? Closed ones are left out. */
export const readJarsMessage: Message<{ tabIds: number[] }, Readonly<Record<string, TabJar>>> = {
  name: 'read-jars',
  payload: z.object({ tabIds: z.array(z.number()) }),
  reply: z.record(z.string(), tabJarSchema),
};

/** Forget everything captured, of every tab. */
export const forgetEverythingMessage: Message<Record<string, never>, null> = {
  name: 'forget-everything',
  payload: z.object({}),
  reply: z.null(),
};
