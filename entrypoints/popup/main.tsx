import { render } from 'preact';
import '../../components/theme.css';
import { NoTab } from '../../components/popup/NoTab.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import { createPopupHost } from '../../lib/browser/popup-host.ts';

const app = document.getElementById('app');
const host = await createPopupHost();
if (app) render(host ? <Popup host={host} /> : <NoTab />, app);
