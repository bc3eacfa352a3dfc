import type { Notice } from '../../lib/cart/cart.ts';
import { Pill, type Tone } from '../ui/Pill.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import { Section, Untold } from './Section.tsx';

interface NoticesProps {
  readonly notices: readonly Notice[] | null;
}

const TONES: ReadonlyMap<string, Tone> = new Map([
  ['error', 'bad'],
  ['success', 'good'],
  ['notice', 'warn'],
]);

/** More notices than this are counted. */
const SHOWN = 50;

/** What the store has to say to the shopper. CoCart hands each out once. */
export function Notices({ notices }: NoticesProps) {
  return (
    <Section title="Notices">
      {notices === null && <Untold />}
      {notices?.length === 0 && <p class="muted">none</p>}
      {notices !== null && notices.length > 0 && (
        <ul class="notices">
          {notices.slice(0, SHOWN).map(({ type, text }, at) => (
            <li key={`${at}`}>
              <Pill tone={TONES.get(type) ?? 'plain'}>
                <bdi>{type.slice(0, 40)}</bdi>
              </Pill>{' '}
              <StoreText text={text} />
            </li>
          ))}
          {notices.length > SHOWN && <li class="muted">and {notices.length - SHOWN} more</li>}
        </ul>
      )}
    </Section>
  );
}
