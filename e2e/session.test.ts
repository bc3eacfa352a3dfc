import { inEachBrowser } from './each-browser.ts';
import { session } from './stories/session.ts';

// The Session screen.

inEachBrowser([session]);
