import { inEachBrowser } from './each-browser.ts';
import { actions } from './stories/actions.ts';
import { loadCart } from './stories/load-cart.ts';
import { trouble } from './stories/trouble.ts';

// What changes carts.

inEachBrowser([actions, loadCart, trouble]);
