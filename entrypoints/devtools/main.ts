import { registerPanel } from '../../lib/browser/register-panel.ts';

void registerPanel();
