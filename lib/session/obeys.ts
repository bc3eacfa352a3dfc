import type { Body } from '../http/exchange.ts';
import type { KeySource } from '../log/key-sightings.ts';
import { OBEY_RULES, type Obeyed, type ObeyRule, placeKind } from './obey-rules.ts';
import type { PagePlace } from './page-place.ts';
import { inSpan } from './version-span.ts';

/** Where a key was seen. */
export interface KeyAt {
  readonly source: KeySource;
  /** The header, cookie, parameter, field or storage entry. */
  readonly name: string;
  /** What kind of body a `request-body` is, where that is known (`bodyForm`). */
  readonly body?: 'json' | 'form' | null;
  /** True where the call went to a front end's own server, which asks the store. */
  readonly through?: boolean;
  /** For the address of a page or of a redirect: what it does there (`pagePlace`). */
  readonly page?: PagePlace | undefined;
}

/** The store that is asked about. */
export interface ObeyingStore {
  /** CoCart's version; null where no answer told it. */
  readonly version: string | null;
  /** Whether the call is made as a customer; null where that is not known. */
  readonly signedIn: boolean | null;
}

/** Whether a store obeys a key in a place, and how that is known. */
export interface ObeyVerdict {
  readonly obeyed: Obeyed;
  /** One or two sentences for a person. */
  readonly why: string;
  /** The versions for which that holds, in words. */
  readonly versions: string;
  readonly source: string;
}

/** True for the verdicts by which a place does choose the cart. */
export function isObeyed({ obeyed }: ObeyVerdict): boolean {
  return obeyed === 'yes' || obeyed === 'wins';
}

/** Whether this store takes its cart from a key in this place. */
export function obeys(at: KeyAt, { version, signedIn }: ObeyingStore): ObeyVerdict {
  const place = placeKind(at);
  const rules = OBEY_RULES.filter(
    (rule) => rule.place === place && (rule.signedIn === undefined || signedIn === true),
  );
  const known = version !== null && inSpan(version, {});
  const fitting = known ? rules.find(({ span }) => inSpan(version, span)) : undefined;
  if (fitting) return verdictOf(fitting);
  if (known || place === null) return unknownPlace(at.name);
  return byVersion(rules);
}

/** What kind of body carries a key: CoCart reads a form's fields, and no JSON. Null when it is not to be had. */
export function bodyForm(body: Body): 'json' | 'form' | null {
  if (body.text === null) return null;
  return /^\s*[{[]/.test(body.text) ? 'json' : 'form';
}

function verdictOf({ obeyed, why, versions, source }: ObeyRule): ObeyVerdict {
  return { obeyed, why, versions, source };
}

function unknownPlace(name: string): ObeyVerdict {
  return {
    obeyed: 'unknown',
    why: `Nothing is known of a key in “${name.slice(0, 60)}”: no CoCart that was looked at reads it.`,
    versions: 'none known',
    source: 'in no table',
  };
}

/** Without a version: what all have in common, else what each says. */
function byVersion(rules: readonly ObeyRule[]): ObeyVerdict {
  // The rows that a signed-in customer adds stand first and take the place of those of the same versions.
  const own = rules.some((rule) => rule.signedIn)
    ? rules.filter((rule) => rule.signedIn || !coveredBySignedIn(rule, rules))
    : rules;
  const numbered = own.filter(({ span }) => span.beta !== true);
  const [first, ...others] = numbered;
  if (!first) return unknownPlace('');
  if (others.length === 0) return verdictOf(first);
  const source = [...new Set(numbered.map((rule) => rule.source))].join('; ');
  const versions = numbered.map((rule) => rule.versions).join('; ');
  const said = numbered.map((rule) => `${rule.versions}: ${rule.why}`).join(' ');
  const choices = new Set(numbered.map((rule) => rule.obeyed));
  if (choices.size === 1) return { obeyed: first.obeyed, why: said, versions, source };
  const agree = numbered.every((rule) => isObeyed(rule));
  if (agree) return { obeyed: 'yes', why: said, versions, source };
  return {
    obeyed: 'unknown',
    why: `It depends on CoCart’s version, which no answer has told. ${said}`,
    versions,
    source,
  };
}

function coveredBySignedIn(rule: ObeyRule, rules: readonly ObeyRule[]): boolean {
  const from = rule.span.from ?? '0';
  return rules.some((other) => other.signedIn && inSpan(from, other.span));
}
