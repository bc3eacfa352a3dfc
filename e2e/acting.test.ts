import { inEachBrowser } from './each-browser.ts';
import { actions } from './stories/actions.ts';
import { addProduct } from './stories/add-product.ts';
import { everyAct } from './stories/every-act.ts';
import { guard } from './stories/guard.ts';
import { halfWay } from './stories/half-way.ts';
import { harFile } from './stories/har-file.ts';
import { loadCart } from './stories/load-cart.ts';
import { timeline } from './stories/timeline.ts';
import { trouble } from './stories/trouble.ts';

// What changes carts, and what every call did to them.

inEachBrowser([
  actions,
  addProduct,
  guard,
  everyAct,
  loadCart,
  trouble,
  halfWay,
  timeline,
  harFile,
]);
