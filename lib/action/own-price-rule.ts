/** What a store makes of the own price that a request to add an item asks for. */
export type OwnPriceRule =
  | { readonly is: 'charged' }
  | { readonly is: 'ignored' | 'refused' | 'shown'; readonly why: string };

interface Row {
  readonly version: RegExp;
  readonly rule: OwnPriceRule;
}

const IGNORED: OwnPriceRule = {
  is: 'ignored',
  why: 'their own price is lost: CoCart 3.0 takes no price and charges the shop’s',
};

/** Measured on 3.0.17, 3.12.0, 4.3.6 and 4.4.0-beta.6; 4.9 by its changelog. The first that fits counts. */
const ROWS: readonly Row[] = [
  { version: /^[0-2]\.|^3\.0(?:\.|$)/, rule: IGNORED },
  {
    // The beta of 4.4 became 5.0; the released 4.4 is another line.
    version: /^4\.4\.0-beta|^[5-9]\./,
    rule: {
      is: 'shown',
      why: 'their own price is shown again, but this version of CoCart charges the shop’s',
    },
  },
  {
    version: /^4\.(?:9|\d\d)(?:\.|$)/,
    rule: {
      is: 'refused',
      why: 'their own price is lost: from CoCart 4.9 on a price in a request is refused',
    },
  },
  { version: /^/, rule: { is: 'charged' } },
];

/** By CoCart's version; 3.0 tells none in its answers. */
export function ownPriceRule(version: string | null): OwnPriceRule {
  return ROWS.find((row) => version !== null && row.version.test(version))?.rule ?? IGNORED;
}

/** True where a price in a request does anything at all. */
export function sendsPrice({ is }: OwnPriceRule): boolean {
  return is === 'charged' || is === 'shown';
}
