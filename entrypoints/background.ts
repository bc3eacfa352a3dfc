import { defineBackground } from 'wxt/utils/define-background';
import { runBackground } from '../lib/browser/run-background.ts';

export default defineBackground(runBackground);
