import { maskKey } from '../../lib/cocart/cart-key.ts';
import { hostOf } from '../../lib/http/host-of.ts';
import type { SignRequest } from '../../lib/sign-in/sign-request.ts';
import { signRequests } from '../../lib/sign-in/sign-steps.ts';
import { signWords } from '../../lib/sign-in/sign-words.ts';
import { SheetFrame, type SheetFrameProps } from '../action/SheetFrame.tsx';
import { Pill } from '../ui/Pill.tsx';

interface SignSheetProps
  extends Pick<SheetFrameProps, 'guard' | 'onSend' | 'onClose' | 'onUnlock' | 'onListAsSafe'> {
  readonly request: SignRequest;
  /** Null where none was typed. The password is not for any screen. */
  readonly username: string | null;
  /** What the way back cannot bring back. */
  readonly losses: readonly string[];
}

/** A sign-in or sign-out before it is sent: what gets lost first, then every request. */
export function SignSheet({ request, username, losses, ...rest }: SignSheetProps) {
  const words = signWords(request, losses);
  const key = guestKeyOf(request);
  return (
    <SheetFrame
      {...rest}
      title={words.title}
      destroys={words.destroys}
      cart={
        <p class="sheet-cart">
          <strong>
            <bdi>{hostOf(request.store.origin)}</bdi>
          </strong>
          <Pill>{request.version ? `CoCart ${request.version}` : 'CoCart, version not told'}</Pill>
          <Pill tone="accent">
            {username === null ? (
              'The signed-in customer, by this browser’s cookies'
            ) : (
              <>
                Customer <bdi>{username}</bdi>, by password
              </>
            )}
          </Pill>
          {key !== null && (
            <Pill tone="accent">
              Guest · <bdi class="mono">{maskKey(key)}</bdi>
            </Pill>
          )}
        </p>
      }
      notes={words.rule && <p>{words.rule}</p>}
      losses={words.losses}
      requests={signRequests(request)}
      cartKey={key}
      version={request.version}
      kept={words.kept}
    />
  );
}

function guestKeyOf(request: SignRequest): string | null {
  switch (request.does) {
    case 'sign-in':
      return request.guestKey;
    case 'sign-out':
      return null;
    case 'bring-back':
      return request.acts.find(({ target }) => target.key !== null)?.target.key ?? null;
  }
}
