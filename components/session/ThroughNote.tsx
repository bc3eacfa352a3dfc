import type { Through } from '../../lib/log/through.ts';
import { clockText } from '../../lib/time-text.ts';
import { throughText } from './lane-place.ts';

interface ThroughNoteProps {
  readonly through: Through;
  readonly now: number;
}

/** Which way a cart came, where that was not straight from the store. */
export function ThroughNote({ through, now }: ThroughNoteProps) {
  const { mappedAt } = through;
  const title =
    mappedAt === null
      ? 'A cart by its shape, passed on by the front end’s own server. Which store that asks was not heard.'
      : `Passed on by the front end’s own server. You said at ${clockText(mappedAt, now)} that this store is behind it.`;
  return (
    <span class="through muted" title={title}>
      through <bdi>{throughText(through)}</bdi>
      {mappedAt !== null && ' (mapped by you)'}
    </span>
  );
}
