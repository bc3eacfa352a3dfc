import { render } from 'preact';
import '../../components/theme.css';
import { NoTab } from '../../components/popup/NoTab.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import type { PlanUndo } from '../../lib/act-desk.ts';
import { createPopupHost } from '../../lib/browser/popup-host.ts';

/** Planning takes most of the program: it is loaded at the press. */
const planUndo: PlanUndo = async (record, now) =>
  (await import('../../lib/browser/plan-undo.ts')).planUndoOfHeard(record, now);

const app = document.getElementById('app');
const host = await createPopupHost();
if (app) render(host ? <Popup host={host} planUndo={planUndo} /> : <NoTab />, app);
