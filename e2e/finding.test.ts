import { inEachBrowser } from './each-browser.ts';
import { access } from './stories/access.ts';
import { silence } from './stories/silence.ts';
import { storefront } from './stories/storefront.ts';

// What needs access, and what is never sent without a press.

inEachBrowser([access, storefront, silence]);
