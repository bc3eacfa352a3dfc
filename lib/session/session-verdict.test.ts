import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cart } from '../cart/cart.ts';
import { SAMPLE_ROOT, SAMPLED_AT } from '../cocart/sample-exchange.ts';
import { createCartLog } from '../log/cart-log.ts';
import type { Expiry } from '../log/expiry.ts';
import { recordedCaptures } from '../log/recorded-captures.ts';
import { readKeyChurn } from './key-churn.ts';
import { READ_CART } from './reading-price.ts';
import { type SampleCall, sampleCalls, sampleCaptures } from './sample-calls.ts';
import type { SessionFacts, SessionState } from './session-finding.ts';
import { READ_SESSION } from './session-presses.ts';
import { readSessionVerdict, type SessionVerdict } from './session-verdict.ts';

const CART = `${SAMPLE_ROOT}/v2/cart`;
const A = 'aaaa000000000000000000000012cf';
const B = 'bbbb00000000000000000000004763';
const NOW = SAMPLED_AT + 60_000;
const QUERY_A: SampleCall = { url: `${CART}?cart_key=${A}`, names: A };
const SESSION = `${SAMPLE_ROOT}/v2/session`;

function expiry(at: number, more: Partial<Expiry> = {}): Expiry {
  return { at, renewsAt: null, source: 'header', cookie: null, asOf: SAMPLED_AT, ...more };
}

/** The verdict on a key after these calls, with the cart that the log makes of them. */
function verdict(samples: readonly SampleCall[], more: Partial<SessionFacts> = {}): SessionVerdict {
  const log = createCartLog();
  log.add(sampleCaptures(samples));
  const key = more.key ?? A;
  const calls = sampleCalls(samples);
  const [lane] = log.lanes.value;
  return readSessionVerdict({
    key,
    calls,
    churn: readKeyChurn(calls, more.version === undefined ? '4.3.6' : more.version),
    cart: lane ? (log.cartOf(lane.id, key)?.cart ?? null) : null,
    expiries: [],
    version: '4.3.6',
    madeFor: null,
    now: NOW,
    ...more,
  });
}

const OTHER_SITE = {
  is: 'other-site',
  site: 'http://shop.example',
  sentence: 'Made for http://shop.example: this store is https.',
} as const;

function refusal(code: string): SampleCall {
  return {
    url: `${CART}?cart_key=2`,
    status: 403,
    body: { success: false, data: [{ code, message: 'No.' }] },
  };
}

const GONE: SampleCall = {
  url: `${SESSION}/${A}`,
  status: 404,
  body: { code: 'cocart_cart_in_session_not_valid', message: 'No.', data: { status: 404 } },
};
const DELETED: SampleCall = {
  method: 'DELETE',
  url: `${SESSION}/${A}`,
  body: '"Session successfully deleted!"',
};
const ADD: SampleCall = { ...QUERY_A, method: 'POST', url: `${CART}/add-item?cart_key=${A}` };
const CLEAR: SampleCall = { ...ADD, url: `${CART}/clear?cart_key=${A}`, quantity: 0 };
const EMPTY: SampleCall = { ...QUERY_A, quantity: 0 };

type Case = readonly [
  what: string,
  samples: readonly SampleCall[],
  more: Partial<SessionFacts>,
  state: SessionState,
  evidence: RegExp,
];

describe('what became of a session, and how that is known', () => {
  test.each<Case>([
    [
      'a cart with lines',
      [QUERY_A],
      { expiries: [expiry(NOW + 1)] },
      'alive',
      /GET cart answered with 1 line\./,
    ],
    ['a cart with lines, no expiry told', [QUERY_A], {}, 'alive', /1 line/],
    [
      'header in time, cookie over',
      [QUERY_A],
      { expiries: [expiry(NOW + 1), expiry(NOW - 1, { source: 'cookie', cookie: 'c' })] },
      'alive',
      /1 line/,
    ],
    ['a new cart', [{ names: A, quantity: 0 }], {}, 'alive', /It is new: GET cart got it/],
    ['a cleared cart', [QUERY_A, CLEAR, EMPTY], {}, 'alive', /empty since POST cart\/clear/],
    [
      'renewal is due',
      [QUERY_A],
      { expiries: [expiry(NOW + 9, { renewsAt: NOW })] },
      'expiring',
      /renews it at the next call/,
    ],
    [
      'over by the header',
      [QUERY_A],
      { expiries: [expiry(NOW)] },
      'expired',
      /a cart answer’s header/,
    ],
    [
      'over by the cookie',
      [],
      { expiries: [expiry(NOW - 1, { source: 'cookie', cookie: 'wp_x' })] },
      'expired',
      /the cookie wp_x/,
    ],
    [
      'over, and answered with lines since',
      [QUERY_A],
      { expiries: [expiry(SAMPLED_AT - 1)] },
      'alive',
      /1 line/,
    ],
    [
      'deleted by an administrator',
      [{ method: 'DELETE', url: `${SESSION}/${A}`, body: '"Session successfully deleted!"' }],
      {},
      'expired',
      /deleted the session/,
    ],
    [
      'deleted, and read as empty since',
      [ADD, DELETED, EMPTY],
      {},
      'expired',
      /deleted the session/,
    ],
    ['deleted, and filled anew', [ADD, DELETED, ADD], {}, 'alive', /1 line/],
    ['no session any more', [QUERY_A, GONE], {}, 'expired', /no session of this key any more/],
    ['no session', [GONE], {}, 'never-existed', /no session of this key\./],
    ['too long a key', [], { key: 'k'.repeat(43) }, 'never-existed', /43 characters/],
    [
      'sent, and another answered',
      [{ ...QUERY_A, names: B }],
      {},
      'replaced',
      /asked for this key and was answered with bbbb…4763/,
    ],
    [
      'no longer sent',
      [QUERY_A, { names: B }],
      {},
      'replaced',
      /sent no key that the store reads and was answered with bbbb…4763/,
    ],
    [
      'signed in with the key',
      [QUERY_A, { ...QUERY_A, names: '2' }],
      {},
      'replaced',
      /customer 2, who is signed in/,
    ],
    [
      'signed in without',
      [QUERY_A, { names: '2' }],
      {},
      'replaced',
      /customer 2, who is signed in/,
    ],
    ['taken up again', [QUERY_A, { names: B }, QUERY_A], {}, 'alive', /1 line/],
    [
      'two carts by turns, each by its key',
      [QUERY_A, { url: `${CART}?cart_key=${B}`, names: B }],
      {},
      'alive',
      /1 line/,
    ],
    [
      'a user id to a guest',
      [refusal('cocart_must_authenticate_user')],
      { key: '2' },
      'wrong-key',
      /signs nobody in/,
    ],
    [
      'the own id beside a sign-in',
      [refusal('cocart_already_authenticating_user')],
      { key: '2' },
      'wrong-key',
      /One of the two/,
    ],
    ['capital letters', [], { key: 'MyCartKey-2026' }, 'wrong-key', /takes this key as myca…2026/],
    ['nothing but marks', [], { key: '...' }, 'wrong-key', /as no key/],
    ['a cookie of another site', [], { madeFor: OTHER_SITE }, 'other-site', /this store is https/],
    [
      'an empty answer of 4.x',
      [EMPTY],
      {},
      'cannot-be-told',
      /CoCart 4 answers.*alike: with an empty cart/,
    ],
    [
      'an empty answer of 3.0',
      [EMPTY],
      { version: '3.0.17' },
      'cannot-be-told',
      /alike: with \[\]/,
    ],
    [
      'an empty answer of 3.12',
      [EMPTY],
      { version: '3.12.0' },
      'cannot-be-told',
      /alike: as an empty one/,
    ],
    [
      'filled, then empty',
      [ADD, EMPTY],
      {},
      'cannot-be-told',
      /POST cart\/add-item filled it and GET cart found it empty/,
    ],
    ['at rest alone', [], {}, 'cannot-be-told', /only rests in the browser/],
    [
      'asked, and no cart shown',
      [{ ...QUERY_A, names: undefined, status: 500, body: 'x' }],
      {},
      'cannot-be-told',
      /no answer has shown this cart/,
    ],
    [
      'a long silence',
      [QUERY_A],
      { expiries: [expiry(NOW, { source: 'estimate' })] },
      'cannot-be-told',
      /usual 7 days/,
    ],
  ])('%s', (_, samples, more, state, evidence) => {
    const told = verdict(samples, more);
    expect(told.state).toBe(state);
    expect(told.evidence).toMatch(evidence);
  });
});

describe('beside the state', () => {
  test('whose it is, by what the server said', () => {
    expect(verdict([QUERY_A])).toMatchObject({
      owner: 'guest',
      ownerEvidence: 'GET cart was answered with this key, no user id: a guest’s.',
    });
    expect(verdict([{ names: '2' }], { key: '2' })).toMatchObject({
      owner: 'customer',
      state: 'alive',
    });
    expect(verdict([]).ownerEvidence).toMatch(/No answer has named it/);
  });

  test('which call got the cart, where it was seen', () => {
    expect(verdict([{ names: A }, QUERY_A]).created).toEqual({
      at: SAMPLED_AT,
      callId: 'call-1',
      label: 'GET cart',
    });
    expect(verdict([QUERY_A]).created).toBeNull();
  });

  test('the call that gave the evidence, and when', () => {
    expect(verdict([QUERY_A])).toMatchObject({ callId: 'call-1', asOf: SAMPLED_AT + 3 });
  });

  test('until when it is true', () => {
    const expiries = [expiry(NOW + 9, { renewsAt: NOW + 5 }), expiry(NOW - 1)];
    expect(verdict([QUERY_A], { expiries }).trueUntil).toBe(NOW + 5);
    expect(verdict([QUERY_A]).trueUntil).toBeNull();
  });
});

describe('the press that could tell', () => {
  test.each([
    ['4.3.6', ['ask-store', 'as-administrator'], /leaves a new session/],
    ['4.4.0', ['ask-store', 'as-administrator'], /expiry on\.$/],
    ['3.0.17', ['ask-store'], /expiry on\.$/],
    [null, ['ask-store'], /expiry on\.$/],
  ])('on %s', (version, kinds, price) => {
    const { presses } = verdict([EMPTY], { version });
    expect(presses.map(({ is }) => is)).toEqual(kinds);
    expect(presses[0]?.price).toMatch(price);
  });

  test('is not offered where it would tell nothing new', () => {
    expect(verdict([QUERY_A]).presses).toEqual([]);
    expect(verdict([], { key: 'k'.repeat(43) }).presses).toEqual([]);
  });

  test('has a source in each row', () => {
    const rows = [...READ_CART, ...READ_SESSION];
    expect(rows.filter(({ source, price }) => source === '' || price === '')).toEqual([]);
  });
});

describe('on recorded stores', () => {
  function recordedVerdict(
    file: string,
    version: string,
    pick: (cart: Cart | null) => string | null,
  ) {
    const log = createCartLog();
    log.add(recordedCaptures(file));
    const lane = log.lanes.value.find(({ api }) => api === 'v2');
    if (!lane) throw new Error(`${file} has no lane`);
    const key = pick(lane.cart?.cart ?? null) ?? '';
    return readSessionVerdict({
      key,
      calls: log.callsOf(lane.id),
      churn: readKeyChurn(log.callsOf(lane.id), version),
      cart: log.cartOf(lane.id, key)?.cart ?? null,
      expiries: [],
      version,
      madeFor: null,
      now: NOW,
    });
  }

  test('4.3.6: a guest’s cart that was cleared is alive', () => {
    const told = recordedVerdict(
      'cocart-4.3.6/v2-guest-lifecycle.jsonl',
      '4.3.6',
      (cart) => cart?.key ?? null,
    );
    expect(told).toMatchObject({ state: 'alive', owner: 'guest' });
    expect(told.evidence).toMatch(/empty since POST cart\/clear/);
  });

  test.each([
    ['3.0.17', 'cocart-3.0.17/v2-sessions.jsonl'],
    ['4.3.6', 'cocart-4.3.6/v2-sessions.jsonl'],
  ])('%s: a session that was deleted is over, however the cart answers', (version, file) => {
    const told = recordedVerdict(file, version, (cart) => cart?.key ?? null);
    expect(told.state).toBe('expired');
  });

  test('4.3.6: the guest’s cart is replaced when its key goes along with a sign-in', () => {
    const told = recordedVerdict(
      'cocart-4.3.6/v2-customer.jsonl',
      '4.3.6',
      () => 'ede99c7eacf45c35f6b1ccd5579c06',
    );
    expect(told.state).toBe('replaced');
    expect(told.evidence).toMatch(/^GET cart sent this key while customer 2 was signed in/);
  });
});

test('there is a verdict with evidence for whatever came and went, and no guest’s key in it', () => {
  const key = fc.constantFrom(A, B, '2', null);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(key, key, fc.nat(1)), { maxLength: 6 }),
      fc.constantFrom(A, B, '2', 'x'.repeat(50)),
      fc.constantFrom('3.0.17', '4.3.6', '5.0.0', null),
      (pairs, asked, version) => {
        const samples = pairs.map(([sent, names, quantity]) => ({
          ...(sent !== null && { url: `${CART}?cart_key=${sent}` }),
          names,
          quantity,
        }));
        const told = verdict(samples, { key: asked, version });
        expect(told.evidence).not.toBe('');
        expect(`${told.evidence}${told.ownerEvidence}`).not.toMatch(`${A}|${B}`);
      },
    ),
    { numRuns: 50 },
  );
});
