import { inEachBrowser } from './each-browser.ts';
import { popup } from './stories/popup.ts';

// The popup, without DevTools.

inEachBrowser([popup]);
