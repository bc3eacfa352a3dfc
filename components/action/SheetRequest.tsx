import { type ActRequest, withoutKey } from '../../lib/action/act-requests.ts';
import { curlCommand } from '../../lib/action/curl.ts';
import { maskKey } from '../../lib/cocart/cart-key.ts';
import { CopyButton } from '../ui/CopyButton.tsx';

interface SheetRequestProps extends ActRequest {
  readonly number: number;
  /** A guest's key, which is masked; null for a customer. */
  readonly cartKey: string | null;
}

const PURPOSES: Readonly<Record<ActRequest['purpose'], string>> = {
  'read before': 'reads the cart, to keep it for undo',
  write: '',
  read: '',
  'read after': 'reads the cart back, to check',
};

/** One request as it goes out: method, address, headers and body. */
export function SheetRequest({ number, purpose, says, request, cartKey }: SheetRequestProps) {
  const { method, url, headers, body } = request;
  const told = says ?? PURPOSES[purpose];
  const address = cartKey === null ? url : withoutKey(url, maskKey(cartKey));
  return (
    <li class={purpose === 'write' ? 'request request-write' : 'request'}>
      <span class="request-number muted">{number}</span>
      <div class="request-what">
        <code>
          <strong>{method}</strong> <bdi>{address}</bdi>
        </code>
        {told && <span class="muted">{told}</span>}
        <code class="muted">
          {headers.map(({ name, value }) => (
            <span key={name}>
              {name}: {value}{' '}
            </span>
          ))}
        </code>
        {body !== null && <pre>{body}</pre>}
      </div>
      <CopyButton text={() => curlCommand(request)} what={`request ${number} as cURL`} iconOnly />
    </li>
  );
}
