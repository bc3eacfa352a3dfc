import { isSafeHost } from '../action/host-lock.ts';
import { hostOf } from '../http/host-of.ts';
import { type MergeRule, mergeRuleOf } from './merge-rule.ts';
import { signOutRuleOf } from './sign-out-rule.ts';
import { needsPassword, type SignIn, type SignRequest } from './sign-request.ts';

/** What is said of a sign-in or sign-out before it is sent. */
export interface SignWords {
  readonly title: string;
  readonly destroys: boolean;
  /** What gets lost; told first. */
  readonly losses: readonly string[];
  /** What the version's rule is, where nothing gets lost by it. */
  readonly rule: string | null;
  /** What is kept before, and what can be brought back. */
  readonly kept: string;
}

/** @param losses what the way back cannot bring back, where the request is one */
export function signWords(request: SignRequest, losses: readonly string[] = []): SignWords {
  const clear = inTheClear(request);
  switch (request.does) {
    case 'sign-in': {
      const words = signInWords(request);
      return { ...words, losses: [...words.losses, ...clear] };
    }
    case 'sign-out': {
      const rule = signOutRuleOf(request.api, request.version);
      const byCookies = request.by === 'cookies';
      return {
        title: byCookies ? 'Sign this browser out' : 'Sign out',
        destroys: byCookies,
        losses: byCookies
          ? ['The sign-in of this browser: to sign in again, the shop’s page wants the password.']
          : clear,
        rule: rule ? `${rule.says} (${rule.source})` : NO_RULE,
        kept: 'The customer’s cart is read before and kept as a snapshot. No undo brings a sign-in back.',
      };
    }
    case 'bring-back':
      return {
        title: request.acts.length === 1 ? 'Bring the cart back' : 'Bring both carts back',
        destroys: request.acts.some(({ destroys }) => destroys),
        losses: [...losses, ...clear],
        rule: null,
        kept: 'Each cart is read before and kept, so that this can be taken back; as a snapshot too, where lines get lost.',
      };
  }
}

const NO_RULE =
  'What this version of CoCart does with the session is not known; what it did is told.';

function signInWords({ guestKey, version }: SignIn): SignWords {
  if (guestKey === null) {
    return {
      ...{ title: 'Sign in', destroys: false, losses: [] },
      rule: 'No cart key is sent along: the customer’s cart stays what it is.',
      kept: 'Nothing is written to any cart.',
    };
  }
  const rule = mergeRuleOf(version);
  const isHarmless = rule !== null && rule.rule !== 'replaced' && !mayReplace(version);
  return {
    title: 'Sign in and merge the carts',
    destroys: !isHarmless,
    losses: isHarmless ? [] : [lossOf(rule, version)],
    rule: isHarmless ? `CoCart ${version}: ${rule.says} (${rule.source})` : null,
    kept: 'Both carts are read before, kept as snapshots, and compared with the rule afterwards, line by line. The way back fills them again, as far as the store lets it: what it cannot bring back is said there.',
  };
}

/** Of 4.0 and 4.1 nobody measured that they spare the customer's lines. */
function mayReplace(version: string | null): boolean {
  return version?.startsWith('4.') ?? true;
}

function lossOf(rule: MergeRule | null, version: string | null): string {
  if (rule?.rule === 'replaced') {
    return `On CoCart ${version} the guest’s cart replaces the customer’s lines: they are gone afterwards, and the guest’s cart is empty. (${rule.source})`;
  }
  if (rule) {
    return `CoCart ${version} may replace the customer’s lines with the guest’s cart, as later 4.x does. Its own rule: ${rule.says} (${rule.source})`;
  }
  return 'The customer’s lines may be lost: CoCart’s version was not told, and from 4.2 on the guest’s cart replaces them. Up to 3.11 nothing moves; from 3.12 the customer gets the guest’s lines as well.';
}

function inTheClear(request: SignRequest): readonly string[] {
  const { origin } = request.store;
  const isClear = needsPassword(request) && origin.startsWith('http:') && !isSafeHost(origin, []);
  return isClear
    ? [
        `The password’s secrecy: ${hostOf(origin)} is asked over http, where anyone on the way can read it.`,
      ]
    : [];
}
