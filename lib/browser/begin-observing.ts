import browser from 'webextension-polyfill';
import { OBSERVING } from '../optional-permission.ts';
import { hasAccess } from './access.ts';
import { noteUnproven } from './observing.ts';

const START_ANEW = 'start anew';

/** Firefox stops a background 30 s after its last event: by then it has been stopped. */
const MINUTES = 1;

/**
 * What it takes in each browser that calls are heard from now on, when the permission was given while
 * the background runs. Firefox wakes a background for a call only if it asked to hear calls when it
 * was started last: it has to be started once more, by an alarm that goes off once.
 */
export async function beginObserving(): Promise<void> {
  if (import.meta.env.FIREFOX) browser.alarms.create(START_ANEW, { delayInMinutes: MINUTES });
  else await noteUnproven();
}

/**
 * To be called at the start of the background: an alarm that finds it still running is set once more,
 * unless the permission was given back meanwhile.
 */
export function wakeToObserve(observesFromStart: boolean): void {
  if (!import.meta.env.FIREFOX) return;
  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name !== START_ANEW || observesFromStart) return;
    if (await hasAccess([], [OBSERVING])) await beginObserving();
  });
}
