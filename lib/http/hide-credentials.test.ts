import { describe, expect, it } from 'vitest';
import type { Exchange } from './exchange.ts';
import { HIDDEN, hideCredentials } from './hide-credentials.ts';

function exchange(
  request: Partial<Exchange['request']>,
  response: Partial<Exchange['response']> = {},
): Exchange {
  return {
    id: '1',
    startedAt: 0,
    durationMs: null,
    sender: 'page',
    request: {
      method: 'POST',
      url: 'https://shop.example/',
      headers: [],
      body: { text: null, missing: 'none' },
      ...request,
    },
    response: {
      status: 200,
      headers: [],
      body: { text: null, missing: 'none' },
      fromCache: null,
      ...response,
    },
  };
}

describe('hideCredentials', () => {
  it('keeps of a sign-in header only how it signs in', () => {
    const headers = [
      { name: 'authorization', value: 'Bearer abc.def' },
      { name: 'X-WP-Nonce', value: '12345' },
      { name: 'Cart-Key', value: 'b2b5' },
    ];
    expect(hideCredentials(exchange({ headers })).request.headers).toEqual([
      { name: 'authorization', value: `Bearer ${HIDDEN}` },
      { name: 'X-WP-Nonce', value: HIDDEN },
      { name: 'Cart-Key', value: 'b2b5' },
    ]);
  });

  it('hides login cookies and leaves session cookies', () => {
    const value =
      'wordpress_logged_in_1f=joe%7Cx; wp_woocommerce_session_1f=t_12%7C%7C1; wordpress_sec_1f=y';
    const hidden = hideCredentials(
      exchange(
        { headers: [{ name: 'Cookie', value }] },
        {
          headers: [{ name: 'set-cookie', value: 'wordpress_logged_in_1f=joe; path=/; HttpOnly' }],
        },
      ),
    );
    expect(hidden.request.headers[0]?.value).toBe(
      `wordpress_logged_in_1f=${HIDDEN}; wp_woocommerce_session_1f=t_12%7C%7C1; wordpress_sec_1f=${HIDDEN}`,
    );
    expect(hidden.response.headers[0]?.value).toBe(
      `wordpress_logged_in_1f=${HIDDEN}; path=/; HttpOnly`,
    );
  });

  it('hides passwords and tokens in addresses, forms and JSON', () => {
    const url =
      'https://shop.example/wp-json/cocart/v2/login?username=joe&password=s3cret&cart_key=b2b5';
    const hidden = hideCredentials(
      exchange(
        { url, body: { text: 'username=joe&password=s3%22cret' } },
        { body: { text: '{"user_id":"2","extras":{"jwt_token":"ey\\"J.x"},"cart_key":"2"}' } },
      ),
    );
    expect(hidden.request.url).toBe(
      `https://shop.example/wp-json/cocart/v2/login?username=joe&password=${HIDDEN}&cart_key=b2b5`,
    );
    expect(hidden.request.body.text).toBe(`username=joe&password=${HIDDEN}`);
    expect(hidden.response.body.text).toBe(
      `{"user_id":"2","extras":{"jwt_token":"${HIDDEN}"},"cart_key":"2"}`,
    );
  });

  it('hides them in forms with parts, and in JSON behind a warning of PHP', () => {
    const part = (name: string, value: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const hidden = hideCredentials(
      exchange(
        { body: { text: `${part('username', 'joe')}${part('password', 's3 cret')}--x--` } },
        { body: { text: '<b>Warning</b>: x on line 1\n{"extras":{"jwt_token":"ey"}}' } },
      ),
    );
    expect(hidden.request.body.text).toContain(part('username', 'joe') + part('password', HIDDEN));
    expect(hidden.response.body.text).toContain(`{"jwt_token":"${HIDDEN}"}`);
  });

  it("hides a customer's cart hash, which signs in together with the key, and leaves a guest's", () => {
    const hash = 'cfd0c212bb694da4249d0de10e8833d1';
    const answer = (key: string, cartHash: string) =>
      `{"cart_hash":"${cartHash}","cart_key":"${key}","items":[]}`;
    const hideIn = (text: string) =>
      hideCredentials(exchange({}, { body: { text } })).response.body.text;
    expect(hideIn(answer('2', hash))).toBe(answer('2', HIDDEN));
    expect(hideIn(answer('t_64700caae6d768c22dc724a96d14e0', hash))).toBe(
      answer('t_64700caae6d768c22dc724a96d14e0', hash),
    );
    const link = (cHash: string) => `https://shop.example/?cocart-load-cart=2&c_hash=${cHash}`;
    const { request, response } = hideCredentials(
      exchange(
        {
          headers: [
            { name: 'Referer', value: link(hash) },
            { name: 'Cookie', value: `woocommerce_cart_hash=${hash}; x=1` },
          ],
        },
        { headers: [{ name: 'location', value: link(hash) }] },
      ),
    );
    expect(request.headers.map(({ value }) => value)).toEqual([
      link(HIDDEN),
      `woocommerce_cart_hash=${HIDDEN}; x=1`,
    ]);
    expect(response.headers[0]?.value).toBe(link(HIDDEN));
  });
});
