import { render } from 'preact';
import '../../components/theme.css';
import { Panel } from '../../components/panel/Panel.tsx';
import { matchTheme } from '../../lib/browser/match-theme.ts';
import { createPanelHost } from '../../lib/browser/panel-host.ts';
import { createCartLog } from '../../lib/log/cart-log.ts';

matchTheme();
const app = document.getElementById('app');
if (app) render(<Panel log={createCartLog()} host={createPanelHost()} />, app);
