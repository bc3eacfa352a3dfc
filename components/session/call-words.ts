import { maskKey } from '../../lib/cocart/cart-key.ts';
import type { GlanceCall, GlanceOutdated, GlancePart, GlanceTrouble } from '../../lib/glance.ts';
import { clockText } from '../../lib/time-text.ts';

/** What a banner says: what happened, and what it means for the cart on the screen. */
export interface Words {
  readonly title: string;
  readonly text: string;
}

/** In words: the newest call answered with an error, or with nothing to read a cart from. */
export function troubleWords({ kind, call }: GlanceTrouble, hasCart: boolean, now: number): Words {
  const at = clockText(call.answeredAt, now);
  const below = hasCart ? ' The cart below is from before it.' : '';
  if (call.kind === 'redirect') {
    return {
      title: `${call.label} was answered with a redirect`,
      text: `It was not followed, ${at}.${below}`,
    };
  }
  if (call.status === 0) {
    return {
      title: `No answer to ${call.label}`,
      text: `The request failed before the store answered (network, CORS or cancelled), ${at}.${below}`,
    };
  }
  if (kind === 'no-cart') {
    return {
      title: `${call.label} answered without a cart`,
      text: `${at}, status ${call.status}: ${saidWords(call)}${below}`,
    };
  }
  const code = call.error?.code;
  return {
    title: `${call.label} failed: ${call.status}${code ? ` ${code}` : ''}`,
    text: `${at}: ${saidWords(call)}${below}`,
  };
}

function saidWords(call: GlanceCall): string {
  const said = call.error?.message ?? call.message;
  if (said) return `the store said “${said.replace(/[.\s]+$/, '')}”.`;
  switch (call.kind) {
    case 'html':
      return 'the store answered with an HTML page (an error or maintenance page, or a redirect).';
    case 'unheard':
      return 'what it said was not heard.';
    case 'empty':
      return 'the answer has no body, or the browser did not hand it out.';
    default:
      return 'the answer is nothing that CoCart is known to send.';
  }
}

/** In words: a call changed the cart, and its answer did not tell all of it. */
export function outdatedWords({ by, sure, parts }: GlanceOutdated, now: number): Words {
  const at = clockText(by.answeredAt, now);
  // With the items gone by, nothing on the screen is to be relied on.
  const shown = parts.includes('items') ? 'what is shown here' : listed(parts);
  const told =
    by.kind === 'unheard'
      ? '; what it answered was not heard'
      : ' and did not answer with the whole cart';
  return sure
    ? {
        title: `Changed since by ${by.label}`,
        text: `It was carried out at ${at}${told}: ${shown} may have changed since.`,
      }
    : {
        title: `May have changed since by ${by.label}`,
        text: `It ended with ${endWords(by)} at ${at}: whether it was carried out is not known.`,
      };
}

function endWords({ status, kind }: GlanceCall): string {
  if (kind === 'redirect') return 'a redirect';
  return status === 0 ? 'no answer' : `status ${status}`;
}

/** In words: the newest call was about a cart of which only the key was heard. */
export function unreadWords(
  { key, call }: { readonly key: string; readonly call: GlanceCall },
  hasCart: boolean,
  now: number,
): Words {
  const heard = `${call.label} was heard in passing, ${clockText(call.answeredAt, now)}`;
  return hasCart
    ? {
        title: `The page has gone on with another cart: ${maskKey(key)}.`,
        text: `${heard}, without its answer. The cart below is the one read last.`,
      }
    : {
        title: 'The key is known, the cart is not.',
        text: `${heard}, without its answer.`,
      };
}

/** In words: which answer told which part, where they are several. Null where one answer told all. */
export function partsText(
  parts: readonly GlancePart[],
  cause: GlanceCall,
  now: number,
): string | null {
  const others = parts.filter(({ call }) => call.id !== cause.id);
  if (others.length === 0) return null;
  const callIds = [...new Set(others.map(({ call }) => call.id))];
  const sources = callIds.map((id) => {
    const told = others.filter(({ call }) => call.id === id);
    const [first] = told;
    const from = first ? `${first.call.label} at ${clockText(first.call.answeredAt, now)}` : '';
    return `${listed(told.map(({ part }) => part))} from ${from}`;
  });
  const text = sources.join('; ');
  return `${cause.label} told only a part. ${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
