import { z } from './zod.ts';

/** What a person set once, for all stores. */
export interface Settings {
  /** Hosts that are never locked, beside those that cannot be a shop in production. */
  readonly safeHosts: readonly string[];
  /** Sends what destroys nothing at the press that asks for it, without showing it before. */
  readonly askOnlyForLoss: boolean;
}

export const DEFAULT_SETTINGS: Settings = { safeHosts: [], askOnlyForLoss: false };

export const settingsSchema: z.ZodMiniType<Settings> = z.object({
  safeHosts: z.array(z.string()),
  askOnlyForLoss: z.boolean(),
});
