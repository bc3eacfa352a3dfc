/* What is loaded beside the first screen to read a session with. */

export { createChurnReader } from '../../lib/session/key-churn.ts';
export { readSession } from '../../lib/session/read-session.ts';
export { readSigns } from '../../lib/session/signs.ts';
export { keysAtRest } from '../../lib/site-keys.ts';
