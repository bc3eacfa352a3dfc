import browser from 'webextension-polyfill';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../settings.ts';

const SETTINGS = 'settings';

export async function readSettings(): Promise<Settings> {
  return parse((await browser.storage.local.get(SETTINGS))[SETTINGS]);
}

export async function putSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [SETTINGS]: settings });
}

/** Tells of settings as they are changed, on whatever screen; returns the way to stop. */
export function watchSettings(listener: (settings: Settings) => void): () => void {
  const onChanged = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    const change = area === 'local' ? changes[SETTINGS] : undefined;
    if (change) listener(parse(change.newValue));
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

function parse(raw: unknown): Settings {
  const settings = settingsSchema.safeParse(raw);
  return settings.success ? settings.data : DEFAULT_SETTINGS;
}
