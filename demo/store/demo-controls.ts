import { Hono } from 'hono';
import { z } from '../../lib/zod.ts';
import type { DemoStore } from './demo-store.ts';
import { FaultsChange } from './faults.ts';
import { CURRENCIES } from './settings.ts';

const SettingsChange = z.object({ currency: z.enum(CURRENCIES) });
const FormText = z.record(z.string(), z.string());

/** The switches of the demo: `/demo/faults`, `/demo/settings`, for scripts as JSON and for the page as a form. */
export function demoControls(store: DemoStore): Hono {
  const app = new Hono();
  const state = () => ({ faults: store.faults, settings: { currency: store.currency } });

  app.use(async (context, next) => {
    await next();
    context.res.headers.set('access-control-allow-origin', '*');
    context.res.headers.set('access-control-allow-headers', 'content-type');
  });
  app.options('*', (context) => context.body(null, 204));
  app.get('/state', (context) => context.json(state()));

  app.post('/faults', async (context) => {
    const isJson = (context.req.header('content-type') ?? '').includes('application/json');
    const change = FaultsChange.safeParse(
      isJson ? await context.req.json() : faultsOfForm(await context.req.parseBody()),
    );
    if (!change.success) return context.json({ error: z.prettifyError(change.error) }, 400);
    store.setFaults(change.data);
    return isJson ? context.json(state()) : context.redirect(`${store.siteUrl}/#faults`, 303);
  });

  app.post('/settings', async (context) => {
    const isJson = (context.req.header('content-type') ?? '').includes('application/json');
    const change = SettingsChange.safeParse(
      isJson ? await context.req.json() : await context.req.parseBody(),
    );
    if (!change.success) return context.json({ error: z.prettifyError(change.error) }, 400);
    store.currency = change.data.currency;
    return isJson ? context.json(state()) : context.redirect(`${store.siteUrl}/#faults`, 303);
  });
  return app;
}

/** A form leaves out the boxes that are not ticked; here they mean "off". */
function faultsOfForm(form: unknown) {
  const fields = FormText.safeParse(form);
  const data = fields.success ? fields.data : {};
  return {
    phpWarning: 'phpWarning' in data,
    fatal: data.fatal ?? 'off',
    slowMs: Number(data.slowMs ?? '0'),
    cached: 'cached' in data,
    hideKeyHeader: 'hideKeyHeader' in data,
    maintenance: 'maintenance' in data,
    limited: data.limited ?? 'off',
    retryAfter: Number(data.retryAfter ?? '0'),
    refused: data.refused ?? 'off',
    redirected: 'redirected' in data,
    loadCart: data.loadCart ?? 'on',
  };
}
