import { inEachBrowser } from './each-browser.ts';
import { broken } from './stories/broken.ts';
import { crash, history } from './stories/history.ts';
import { installations } from './stories/installations.ts';
import { live } from './stories/live.ts';
import { money } from './stories/money.ts';

// What the page's own calls tell, with no access given.

inEachBrowser([live, history, money, installations, broken, crash]);
