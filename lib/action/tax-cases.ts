/** An address that taxes are worked out for otherwise than elsewhere. */
export interface TaxCase {
  readonly id: string;
  readonly label: string;
  /** What it is good for. */
  readonly why: string;
  readonly country: string;
  readonly state: string;
  readonly postcode: string;
  readonly city: string;
}

/** Public buildings' postcodes; nobody lives there. */
export const TAX_CASES: readonly TaxCase[] = [
  row('US-CA', 'California, US', 'state and district tax', ['US', 'CA', '94102', 'San Francisco']),
  row('US-NY', 'New York, US', 'another state of the same country', [
    'US',
    'NY',
    '10007',
    'New York',
  ]),
  row('GB', 'United Kingdom', 'VAT outside the EU, no state', ['GB', '', 'SW1A 0AA', 'London']),
  row('DE', 'Germany', 'EU VAT', ['DE', 'DE-BE', '10557', 'Berlin']),
  row('FR', 'France', 'another VAT of the EU', ['FR', '', '75007', 'Paris']),
  row('CA-ON', 'Ontario, Canada', 'one harmonised tax', ['CA', 'ON', 'K1A 0A6', 'Ottawa']),
  row('AU', 'Australia', 'GST included in prices', ['AU', 'NSW', '2000', 'Sydney']),
  row('none', 'No address', 'what a shopper sees who gave none', ['', '', '', '']),
];

function row(
  id: string,
  label: string,
  why: string,
  [country, state, postcode, city]: readonly [string, string, string, string],
): TaxCase {
  return { id, label, why, country, state, postcode, city };
}
