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
});
