import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PlannedAct } from '../../lib/action/act.ts';
import { anAct } from '../../lib/action/sample-act.ts';
import { createCartLog } from '../../lib/log/cart-log.ts';
import { FIRST_PAGE, recordedCaptures } from '../../lib/log/recorded-captures.ts';
import { aRecipeLine, aSnapshot } from '../../lib/snapshot/a-snapshot.ts';
import type { Snapshot } from '../../lib/snapshot/snapshot.ts';
import { Panel } from '../panel/Panel.tsx';
import { createFakeHost } from '../session/fake-host.ts';
import type { WishStage } from '../session/use-wishes.ts';
import { SnapshotsScreen } from './SnapshotsScreen.tsx';

afterEach(cleanup);

const VARIABLE = recordedCaptures('cocart-4.3.6/v2-variable.jsonl');
const ORIGIN = 'http://localhost:8066';

function here(part: Partial<Snapshot> = {}): Snapshot {
  const { source } = aSnapshot();
  return aSnapshot({ source: { ...source, origin: ORIGIN }, ...part });
}

async function open(options: Parameters<typeof createFakeHost>[0] = {}, kept = VARIABLE) {
  const host = createFakeHost({ kept, ...options });
  const log = createCartLog();
  log.add(kept);
  const onPlan = vi.fn<(planned: PlannedAct) => void>();
  const onLoad = vi.fn<(key: string) => void>();
  const screenAt = (stage: WishStage) => (
    <SnapshotsScreen
      {...{ host, lane: log.lane.value, onPlan, onLoad, stage }}
      now={FIRST_PAGE.since + 60_000}
    />
  );
  const { rerender } = render(screenAt({ is: 'none' }));
  await screen.findByText(/4 MB in all/);
  return { host, onPlan, onLoad, goOn: (stage: WishStage) => rerender(screenAt(stage)) };
}

const read = async (host: ReturnType<typeof createFakeHost>) =>
  (await (await host.openSnapshots()).readSnapshots()).snapshots;

const card = (name: string) =>
  within(screen.getByRole('heading', { level: 2, name: new RegExp(name) }).closest('li') ?? fail());

function fail(): never {
  throw new Error('There is no such snapshot.');
}

const press = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }));

describe('saving', () => {
  it('shows what is kept, item data to the letter, before anything is kept', async () => {
    const { host } = await open();
    const opener = screen.getByRole('button', { name: /^Save this cart/ });
    fireEvent.click(opener);
    const data = await screen.findByRole('region', { name: 'Item data that is kept' });
    expect(data.textContent).toContain('possibly personal');
    expect(data.textContent).toContain('For <b>Ann</b>');
    expect(await read(host)).toEqual([]);
    const field = screen.getByRole('textbox', { name: 'Name of the snapshot' });
    fireEvent.input(field, { target: { value: ' Engraved ' } });
    press('Save');
    await screen.findByRole('heading', { name: 'Engraved' });
    expect(document.activeElement).toBe(opener);
    const [snapshot] = await read(host);
    expect(snapshot).toMatchObject({
      ...{ name: 'Engraved', automatic: false },
      source: { origin: ORIGIN, api: 'v2', version: '4.3.6', call: 'GET cart' },
    });
    // As the request that added it told.
    expect(snapshot?.recipe.lines.find(({ ownPrice }) => ownPrice !== null)?.ownPrice).toBe('3.33');
    expect(JSON.stringify(snapshot)).not.toContain('73b27555aaaf0ccc226acb4372b2dd');
  });

  it('keeps nothing without a name, and nothing once it is let be', async () => {
    const { host } = await open();
    press(/^Save this cart/);
    const field = await screen.findByRole('textbox', { name: 'Name of the snapshot' });
    fireEvent.input(field, { target: { value: '  ' } });
    expect(screen.getByRole('button', { name: 'Save' }).hasAttribute('disabled')).toBe(true);
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(await read(host)).toEqual([]);
  });

  it('says why there is no room, and keeps what was typed', async () => {
    const noRoom = { what: 'There is no room.', why: 'It is full.', todo: 'Delete some.' };
    await open({ noRoom });
    press(/^Save this cart/);
    await screen.findByRole('textbox', { name: 'Name of the snapshot' });
    press('Save');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'There is no room. It is full. Delete some.',
    );
    expect(screen.getByRole('textbox')).toBeTruthy();
  });

  it('is not offered where no answer told a cart', async () => {
    await open({}, []);
    expect(screen.getByText(/No answer has told the lines of a cart yet/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Save this cart/ })).toBeNull();
    expect(screen.getByText('No snapshots yet')).toBeTruthy();
  });
});

describe('the list', () => {
  it('says what each holds, when and where it was told, and how many gave way', async () => {
    await open({ snapshots: [here({ automatic: true })], droppedSnapshots: 3 });
    const own = card('Two albums');
    expect(own.getByText(/2 items · 1 line · 38\.08 USD/)).toBeTruthy();
    expect(own.getByText('automatic')).toBeTruthy();
    expect(own.getByText('localhost:8066')).toBeTruthy();
    expect(own.getByText('GET cart')).toBeTruthy();
    expect(screen.getByText(/3 did so far/)).toBeTruthy();
  });

  it('renames, and the name given stays', async () => {
    const { host } = await open({ snapshots: [here({ automatic: true })] });
    press('Rename Two albums');
    const field = screen.getByRole('textbox', { name: 'New name of Two albums' });
    fireEvent.input(field, { target: { value: 'Before the sale' } });
    press('Save');
    await screen.findByRole('heading', { name: 'Before the sale' });
    expect(await read(host)).toMatchObject([{ name: 'Before the sale', automatic: false }]);
  });

  it('deletes at the second press, and forgets the first when the person goes elsewhere', async () => {
    const { host } = await open({ snapshots: [here()] });
    press('Delete Two albums');
    fireEvent.blur(screen.getByRole('button', { name: 'Press again to delete Two albums' }));
    press('Delete Two albums');
    expect(await read(host)).toHaveLength(1);
    press('Press again to delete Two albums');
    await screen.findByText('No snapshots yet');
    expect(await read(host)).toEqual([]);
  });

  it('shows one that another screen kept', async () => {
    const { host } = await open();
    await (await host.openSnapshots()).putSnapshot(here({ name: 'Before: Clear this cart' }));
    expect(await screen.findByRole('heading', { name: /Before: Clear/ })).toBeTruthy();
  });
});

describe('comparing', () => {
  it('tells one from the cart now, and two from each other', async () => {
    const three = here({
      ...{ id: 'three', name: 'Three albums', at: 2_000 },
      recipe: { ...here().recipe, lines: [aRecipeLine({ quantity: 3 })] },
    });
    await open({ snapshots: [three, here()] });
    press('Compare Two albums');
    const comparison = () => screen.getByRole('region', { name: 'Comparison' }).textContent;
    expect(comparison()).toContain('From Two albums to the cart now');
    expect(comparison()).toContain('Album qty 2 → 1');
    press('Compare Three albums');
    expect(comparison()).toContain('From Two albums to Three albums');
    expect(comparison()).toContain('Album qty 2 → 3');
    press('Close the comparison');
    expect(screen.queryByRole('region', { name: 'Comparison' })).toBeNull();
  });
});

describe('rebuilding', () => {
  it('puts the plan before the person and keeps it at that', async () => {
    const { host, onPlan } = await open({ snapshots: [here()] });
    press('Rebuild this cart: Two albums');
    await waitFor(() => expect(onPlan).toHaveBeenCalledTimes(1));
    expect(onPlan.mock.lastCall?.[0].act).toMatchObject({
      ...{ title: 'Rebuild “Two albums”', destroys: true },
      target: { key: '73b27555aaaf0ccc226acb4372b2dd', api: 'v2' },
      writes: [{ do: 'update-items' }],
    });
    expect(host.asked).toEqual([]);
  });

  it('says that the cart holds it already', async () => {
    const { host, onPlan } = await open();
    press(/^Save this cart/);
    await screen.findByRole('textbox');
    press('Save');
    const button = await screen.findByRole('button', { name: /^Rebuild this cart/ });
    fireEvent.click(button);
    expect(await screen.findByText(/^Nothing to rebuild/)).toBeTruthy();
    expect(onPlan).not.toHaveBeenCalled();
    expect(host.asked).toEqual([]);
  });
});

it('is the fourth tab of the panel, by key too', async () => {
  const host = createFakeHost({ kept: VARIABLE, snapshots: [here()] });
  render(<Panel log={createCartLog()} host={host} />);
  fireEvent.keyDown(document.body, { key: '4' });
  expect(screen.getByRole('tab', { name: 'Snapshots' }).getAttribute('aria-selected')).toBe('true');
  expect(await screen.findByRole('list', { name: 'Snapshots' }, { timeout: 10_000 })).toBeTruthy();
});

describe('loading one in the browser', () => {
  it('builds it as a cart of its own, shown first, and then leads on to loading that', async () => {
    const { onPlan, onLoad, goOn } = await open({ snapshots: [here()] });
    press('Load in the browser: Two albums');
    await waitFor(() => expect(onPlan).toHaveBeenCalledTimes(1));
    const act = onPlan.mock.calls[0]?.[0].act;
    expect(act).toMatchObject({
      ...{ title: 'Build “Two albums” as a new cart', destroys: false },
      target: { key: expect.stringMatching(/^t_[0-9a-f]{30}$/), store: { origin: ORIGIN } },
    });
    expect(act?.writes[0]).toMatchObject({ do: 'add-item', product: '10', quantity: 2 });
    expect(screen.queryByRole('button', { name: 'Load it in the browser…' })).toBeNull();
    const report = {
      ...{ title: act?.title ?? '', done: 1, planned: 1, failure: null, cancelled: false },
      ...{ unmet: [], undoId: 'undo' },
    };
    goOn({ is: 'acted', act: act ?? null, report });
    await screen.findByText('“Two albums” is a guest’s cart of its own now.');
    expect(onLoad).not.toHaveBeenCalled();
    press('Load it in the browser…');
    expect(onLoad).toHaveBeenCalledWith(act?.target.key);
  });

  it('tells a second copy as built by its own end, not by that of the first', async () => {
    const { onPlan, goOn } = await open({ snapshots: [here()] });
    press('Load in the browser: Two albums');
    await waitFor(() => expect(onPlan).toHaveBeenCalledTimes(1));
    const actOf = (call: number) => onPlan.mock.calls[call]?.[0].act ?? fail();
    const report = {
      ...{ title: actOf(0).title, done: 1, planned: 1, failure: null },
      ...{ cancelled: false, unmet: [], undoId: 'undo' },
    };
    goOn({ is: 'acted', act: actOf(0), report });
    const next = { name: 'Load it in the browser…' };
    await screen.findByRole('button', next);
    press('Load in the browser: Two albums');
    await waitFor(() => expect(onPlan).toHaveBeenCalledTimes(2));
    await waitFor(() => expect(screen.queryByRole('button', next)).toBeNull());
    // The end of the first, told once more: screens read it from the storage again.
    goOn({ is: 'acted', act: { ...actOf(0) }, report: { ...report } });
    expect(screen.queryByRole('button', next)).toBeNull();
    goOn({ is: 'acted', act: actOf(1), report });
    expect(await screen.findByRole('button', next)).toBeTruthy();
  });

  it('tells it as built on a screen that was left and opened again meanwhile', async () => {
    const { onPlan } = await open({ snapshots: [here()] });
    press('Load in the browser: Two albums');
    await waitFor(() => expect(onPlan).toHaveBeenCalledTimes(1));
    const act = onPlan.mock.calls[0]?.[0].act ?? fail();
    cleanup();
    const { goOn, onLoad } = await open({ snapshots: [here()] });
    const report = { title: act.title, done: 1, planned: 1, failure: null, cancelled: false };
    goOn({ is: 'acted', act, report: { ...report, unmet: [], undoId: 'undo' } });
    await screen.findByText('“Two albums” is a guest’s cart of its own now.');
    press('Load it in the browser…');
    expect(onLoad).toHaveBeenCalledWith(act.target.key);
  });

  it('tells nothing as built while another act went through', async () => {
    const { onPlan, goOn } = await open({ snapshots: [here()] });
    press('Load in the browser: Two albums');
    await waitFor(() => expect(onPlan).toHaveBeenCalledTimes(1));
    const { act } = anAct();
    const other = { title: act.title, done: 1, planned: 1, failure: null };
    goOn({ is: 'acted', act, report: { ...other, cancelled: false, unmet: [], undoId: null } });
    expect(screen.queryByRole('button', { name: 'Load it in the browser…' })).toBeNull();
  });
});
