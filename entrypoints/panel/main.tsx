import { render } from 'preact';
import '../../components/theme.css';
import { Panel } from '../../components/panel/Panel.tsx';
import type { PlanUndo } from '../../lib/act-desk.ts';
import { matchTheme } from '../../lib/browser/match-theme.ts';
import { createPanelHost } from '../../lib/browser/panel-host.ts';
import { createCartLog } from '../../lib/log/cart-log.ts';

/** Planning takes most of the program: it is loaded at the press. */
const planUndo: PlanUndo = async (record, now) =>
  (await import('../../lib/browser/plan-undo.ts')).planUndoOfHeard(record, now);

matchTheme();
const app = document.getElementById('app');
if (app) render(<Panel log={createCartLog()} host={createPanelHost()} planUndo={planUndo} />, app);
