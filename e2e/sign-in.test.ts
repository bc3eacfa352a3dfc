import { inEachBrowser } from './each-browser.ts';
import { signIn } from './stories/sign-in.ts';

// Signing in and out as a customer.

inEachBrowser([signIn]);
