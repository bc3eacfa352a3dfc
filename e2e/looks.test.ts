import { inEachBrowser } from './each-browser.ts';
import { harness } from './stories/harness.ts';
import { looks } from './stories/looks.ts';

// How it looks and is worked, and that the tests themselves see and press what a person does.

inEachBrowser([looks('light'), harness]);
inEachBrowser([looks('dark')], { scheme: 'dark' });
