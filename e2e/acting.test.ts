import { inEachBrowser } from './each-browser.ts';
import { actions } from './stories/actions.ts';
import { loadCart } from './stories/load-cart.ts';

// What changes carts.

inEachBrowser([actions, loadCart]);
