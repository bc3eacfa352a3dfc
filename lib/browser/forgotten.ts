import { z } from '../zod.ts';
import { watchSession } from './watch-session.ts';

/** Under this name each forgetting leaves another text. */
export const FORGOTTEN = 'forgotten';

/** Tells that everything captured was forgotten; returns the way to stop. */
export function watchForgotten(listener: () => void): () => void {
  return watchSession(FORGOTTEN, z.string(), listener);
}
