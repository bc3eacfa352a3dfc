import { fitObject, isObject, Problems } from './fit.ts';
import { readFilledText } from './read-values.ts';
import type { StoreInfo } from './reading.ts';
import { storeSchema } from './schemas.ts';

/** Reads `GET /cocart/v2/store`. The version stands there up to 3.10.8, then only in debug mode; 5.0: `versions.core`. */
export function readStoreInfo(json: unknown): StoreInfo | null {
  const fit = fitObject(storeSchema, json, '', new Problems());
  if (!fit) return null;
  const { data: store, raw } = fit;
  const core = isObject(raw.versions) ? raw.versions.core : null;
  return {
    title: readFilledText(store.title),
    homeUrl: readFilledText(store.home_url),
    version: store.version || (typeof core === 'string' ? core : null),
  };
}
