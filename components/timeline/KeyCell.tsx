import type { Call } from '../../lib/log/call.ts';
import { keyPassage } from '../../lib/timeline/key-passage.ts';
import { Pill } from '../ui/Pill.tsx';
import { shortKey } from './row-words.ts';

/** The key that a call sent, and the one that came back. */
export function KeyCell({ call }: { readonly call: Call }) {
  const { sent, returned, moved } = keyPassage(call);
  if (sent === null && returned === null) return <>—</>;
  if (!moved) return <bdi>{`${shortKey(sent)} → ${shortKey(returned)}`}</bdi>;
  return (
    <>
      <bdi>{shortKey(sent)}</bdi> →{' '}
      <Pill tone={sent === null ? 'warn' : 'bad'}>{shortKey(returned)}</Pill>
    </>
  );
}
