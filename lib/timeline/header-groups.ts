import type { Header } from '../http/exchange.ts';

/** Headers that belong together, in the order in which they are shown. */
export interface HeaderGroup {
  readonly title: string;
  /** True for what is long and seldom wanted. */
  readonly folded: boolean;
  readonly headers: readonly Header[];
}

interface GroupRule {
  readonly title: string;
  readonly folded?: boolean;
  readonly pattern: RegExp;
}

/** The first rule that fits a name counts; the last takes the rest. */
const RULES: readonly GroupRule[] = [
  // CoCart 3 to 4.9 (`CoCart-…`, `X-CoCart-…`) and 5.0 (`Cart-…`).
  { title: 'CoCart', pattern: /^(?:x-)?cocart-|^cart-|^x-wp-nonce$/ },
  {
    title: 'Cache',
    pattern:
      /cache|^(?:age|etag|expires|last-modified|vary|pragma|if-none-match|if-modified-since|via)$/,
  },
  {
    title: 'CORS',
    pattern: /^access-control-|^(?:origin|referer|sec-fetch-.*|timing-allow-origin)$/,
  },
  // Query Monitor: https://querymonitor.com/wordpress-debugging/rest-api-requests/
  { title: 'Query Monitor', folded: true, pattern: /^x-qm-/ },
  { title: 'Others', pattern: /^/ },
];

/** The headers of a message by what they are about; groups without any are left out. */
export function groupHeaders(headers: readonly Header[]): readonly HeaderGroup[] {
  const ruleOf = ({ name }: Header) =>
    RULES.find(({ pattern }) => pattern.test(name.toLowerCase()));
  return RULES.flatMap((rule) => {
    const own = headers.filter((header) => ruleOf(header) === rule);
    return own.length === 0
      ? []
      : [{ title: rule.title, folded: rule.folded ?? false, headers: own }];
  });
}
