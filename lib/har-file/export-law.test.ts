import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Capture } from '../capture.ts';
import { SAMPLED_AT } from '../cocart/sample-exchange.ts';
import { sampleCaptures } from '../session/sample-calls.ts';
import { redact } from './redact.ts';
import { findAll, type Someone, scatter, scatterings, someone } from './secret-samples.ts';
import { importOf, storyOf } from './story-of.ts';
import { writeHar } from './write-har.ts';
import { writeHttp } from './write-http.ts';

/** Calls of one visitor in which every secret stands once where it is known to stand. */
function callsOf(who: Someone, quantities: readonly number[]): Capture[] {
  const expires = Math.floor(SAMPLED_AT / 1000) + 3_600;
  const session = `${who.key}||${expires}||${expires - 60}||${who.sessionHash}`;
  const address = {
    ...{ billing_first_name: who.first, billing_last_name: who.last, billing_country: 'DE' },
    ...{ billing_address_1: who.street, billing_city: who.city, billing_postcode: '10115' },
    ...{ billing_email: who.email, billing_phone: who.phone, billing_state: 'DE-BE' },
  };
  const [login, ...carts] = sampleCaptures([
    {
      method: 'POST',
      url: `https://shop.example/wp-json/cocart/v2/login?consumer_secret=${who.consumer}`,
      requestHeaders: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Authorization: `Bearer ${who.jwt}`,
        'X-WP-Nonce': who.nonce,
        'Cart-Token': who.token,
      },
      requestBody: new URLSearchParams({ username: who.email, password: who.password }).toString(),
      body: { user_id: '7', extras: { jwt_token: who.jwt } },
    },
    ...quantities.map((quantity, at) => ({
      url: `https://shop.example/wp-json/cocart/v2/cart?cart_key=${at % 2 ? who.other : who.key}`,
      requestHeaders: { Cookie: `wp_woocommerce_session_ab12=${encodeURIComponent(session)}` },
      names: at % 2 ? who.other : who.key,
      quantity,
    })),
  ]);
  const customers = carts.map((capture): Capture => {
    const text = capture.exchange.response.body.text ?? '';
    const customer = `{"customer":{"billing_address":${JSON.stringify(address)}},`;
    const response = { ...capture.exchange.response, body: { text: text.replace('{', customer) } };
    return { ...capture, exchange: { ...capture.exchange, response } };
  });
  return login ? [login, ...customers] : customers;
}

test('whatever a call carries, wherever and in whatever coding: nothing secret goes out, and the story is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      someone,
      fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }),
      fc.array(scatterings, { minLength: 5, maxLength: 5 }),
      async (who, quantities, scattered) => {
        const secrets = Object.values(who);
        const captures = callsOf(who, quantities).map((capture, at) =>
          scatter(capture, secrets, scattered[at] ?? []),
        );
        const { captures: redacted } = await redact(captures);
        const har = writeHar(redacted);
        expect(findAll(har, secrets)).toEqual([]);
        expect(findAll(writeHttp(redacted), secrets)).toEqual([]);
        expect(storyOf(await importOf(har))).toEqual(storyOf(captures));
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
