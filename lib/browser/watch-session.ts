import browser from 'webextension-polyfill';
import type { z } from '../zod.ts';

/** Tells each value that is put under one name of the session storage. */
export function watchSession<T>(
  name: string,
  schema: z.ZodMiniType<T>,
  listener: (value: T) => void,
): () => void {
  const onChanged = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    const change = area === 'session' ? changes[name] : undefined;
    const value = schema.safeParse(change?.newValue);
    if (value.success) listener(value.data);
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
