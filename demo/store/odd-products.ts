/** Names that have broken cart front ends before: markup, quotes, both directions, emoji, length. */
const NAMES: readonly string[] = [
  '<img src=x onerror="alert(1)"> Poster',
  'Tea &lt;b&gt;Zen&lt;/b&gt; &amp; <script>alert("tea")</script> Co',
  'قهوة عربية — קפה שחור \u202ereversed\u202c',
  '👩‍🚀 Rocket plush 🏳️‍🌈 杯 ☕',
  `Very long ${'unbreakable'.repeat(30)} name`,
  '__proto__',
  `6" pipe, 'o' ring \\ back\\slash`,
  '{{7*7}} $\u007b7*7} %s %d',
  ' \u00a0 ',
];

const FIRST_ID = 401;

/** Products of the demo that the recorded stores did not have, ids from 401. */
export const ODD_PRODUCTS = NAMES.map((name, index) => ({
  id: FIRST_ID + index,
  type: 'simple' as const,
  name,
  slug: `odd-${index + 1}`,
  sku: `odd-${index + 1}`,
  regular_price: (3 + index * 1.11).toFixed(2),
  sale_price: '',
  stock_status: 'instock',
}));
