import browser from 'webextension-polyfill';
import { type FrontEnd, readFrontEnd } from '../front-end.ts';

const FRONT_ENDS = 'front-ends';

/** Which stores a person said stand behind front ends. What is damaged is left out. */
export async function readFrontEnds(): Promise<readonly FrontEnd[]> {
  const found = await browser.storage.local.get(FRONT_ENDS);
  return toFrontEnds(found[FRONT_ENDS]);
}

/** Keeps which store is behind a front end, in place of what was said of it before. */
export async function putFrontEnd(frontEnd: FrontEnd): Promise<void> {
  await change(frontEnd.origin, [frontEnd]);
}

/** Forgets which store is behind a front end. */
export async function removeFrontEnd(origin: string): Promise<void> {
  await change(origin, []);
}

/** Tells them all after each change, from whatever screen; returns the way to stop. */
export function watchFrontEnds(listener: (frontEnds: readonly FrontEnd[]) => void): () => void {
  const onChanged = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    const change = area === 'local' ? changes[FRONT_ENDS] : undefined;
    if (change) listener(toFrontEnds(change.newValue));
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

async function change(origin: string, now: readonly FrontEnd[]): Promise<void> {
  await navigator.locks.request(FRONT_ENDS, async () => {
    const others = (await readFrontEnds()).filter((known) => known.origin !== origin);
    await browser.storage.local.set({ [FRONT_ENDS]: [...others, ...now] });
  });
}

function toFrontEnds(raw: unknown): readonly FrontEnd[] {
  return (Array.isArray(raw) ? raw : []).flatMap((one: unknown) => readFrontEnd(one) ?? []);
}
