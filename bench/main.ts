import type { BenchBrowser } from './bench-page.ts';
import { startBenchBrowser } from './bench-page.ts';
import { comparing } from './comparing.ts';
import { frames } from './frames.ts';
import { importing } from './importing.ts';
import { opening } from './opening.ts';
import { planning } from './planning.ts';
import { readingInChromium, readingInNode } from './reading.ts';
import type { Row } from './row.ts';
import { failedRow, tableOf } from './row.ts';
import { scriptSizes } from './script-size.ts';
import { storage } from './storage.ts';
import { timeline, timelineHeap } from './timeline.ts';
import { withExtension } from './with-extension.ts';

// `npm run bench`: the numbers this project holds itself to, each measured beside its rival in one
// run. Ends with 1 when one is missed or could not be measured.

const rows: Row[] = [...readingInNode(), ...comparing(), ...planning(), timelineHeap()];
rows.push(...(await inBrowser()));
rows.push(...(await onExtension()));

console.log(tableOf(rows));
const missed = rows.filter(({ holds }) => !holds).length;
console.log(missed === 0 ? '\nAll hold.' : `\n${missed} of ${rows.length} missed.`);
process.exitCode = missed === 0 ? 0 : 1;

async function onExtension(): Promise<Row[]> {
  try {
    return await withExtension(async (output) => [
      ...scriptSizes(output),
      ...(await opening(output)),
    ]);
  } catch (error) {
    return [failedRow('the built extension', '', error)];
  }
}

async function inBrowser(): Promise<Row[]> {
  let browser: BenchBrowser;
  try {
    browser = await startBenchBrowser();
  } catch (error) {
    return [failedRow('Chromium', '', error)];
  }
  try {
    return [
      ...(await readingInChromium(browser.open)),
      ...(await frames(browser.open)),
      ...(await storage(browser.open)),
      ...(await timeline(browser.open)),
      ...(await importing(browser.open)),
    ];
  } finally {
    await browser.close();
  }
}
