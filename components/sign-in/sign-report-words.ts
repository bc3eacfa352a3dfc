import type { MergeRuleName } from '../../lib/sign-in/merge-rule.ts';
import type {
  MergeReport,
  SignedIn,
  SignInReport,
  SignReport,
} from '../../lib/sign-in/sign-report.ts';
import { reportWords } from '../action/report-words.ts';

/** What is said of how it went, before the details. */
export interface SignReportWords {
  readonly tone: 'plain' | 'warn' | 'bad';
  readonly title: string;
  readonly text: string;
}

/** How a sign-in, a sign-out or the way back went, in two sentences. */
export function signReportWords(report: SignReport): SignReportWords {
  switch (report.did) {
    case 'sign-in':
      return signInWords(report);
    case 'sign-out': {
      const wrong = report.facts.some(({ fits }) => fits === false);
      const known = report.rule !== null;
      return {
        tone: wrong ? 'bad' : 'plain',
        title: 'Signed out.',
        text: wrong
          ? 'What is left is not what the rule says.'
          : known
            ? 'What is left is as the rule says, as far as it can be told.'
            : 'No rule is known for this version: what is left is told.',
      };
    }
    case 'bring-back': {
      const tones = report.reports.map((one) => reportWords(one).tone);
      const isBack = tones.every((tone) => tone === 'good');
      return {
        tone: isBack ? 'plain' : 'bad',
        title: isBack ? 'Brought back.' : 'Not all was brought back.',
        text: isBack ? 'Each cart was read back and holds what it held.' : 'See each cart below.',
      };
    }
  }
}

function signInWords({ who, version, merge, holds }: SignInReport): SignReportWords {
  const title = `Signed in as ${nameOf(who)}.`;
  const now = holds === null ? '' : `The customer has ${holds}.`;
  if (!merge) return { tone: 'plain', title, text: `No guest’s cart was taken along. ${now}` };
  const { tone, text } = VERDICTS[merge.verdict];
  if (merge.verdict !== 'no-rule')
    return { tone, title, text: [text, now].filter(Boolean).join(' ') };
  const why = version === null ? 'No answer told CoCart’s version.' : `This is CoCart ${version}.`;
  return { tone, title, text: [why, text, fitWords(merge.fits), now].filter(Boolean).join(' ') };
}

/** `jane (customer 2)`; a store that names nobody is taken at its word that it signed somebody in. */
function nameOf({ id, name, role }: SignedIn): string {
  const kind = role === null || role.toLowerCase() === 'customer' ? 'customer' : role.toLowerCase();
  return `${name ?? 'the customer'}${id === null ? '' : ` (${kind} ${id})`}`;
}

const VERDICTS: Readonly<Record<MergeReport['verdict'], Pick<SignReportWords, 'tone' | 'text'>>> = {
  'as-ruled': { tone: 'plain', text: 'Both carts are as this version’s rule says, line by line.' },
  differs: { tone: 'bad', text: 'The store did not do what this version’s rule says.' },
  'no-rule': {
    tone: 'warn',
    text: 'No rule is known for it: what became of both carts is told.',
  },
  'nothing-to-merge': {
    tone: 'warn',
    text: 'The guest’s cart holds nothing: the key was not sent with the sign-in, and nothing was merged.',
  },
  unread: {
    tone: 'bad',
    text: 'Not both carts could be read back: what they hold now is not known.',
  },
};

const RULES: Readonly<Record<MergeRuleName, string>> = {
  apart: 'nothing moves',
  union: 'the customer gets the guest’s lines as well',
  replaced: 'the guest’s cart replaces the customer’s',
};

function fitWords(fits: readonly MergeRuleName[]): string {
  if (fits.length === 0) return 'It fits none of the rules that were measured.';
  return `It fits: ${fits.map((rule) => RULES[rule]).join('; or: ')}.`;
}
