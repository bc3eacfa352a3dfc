import type { Address, Cart } from '../../lib/cart/cart.ts';
import { Fields } from './Fields.tsx';
import { Section, Untold } from './Section.tsx';

interface CustomerProps {
  readonly cart: Pick<Cart, 'key' | 'owner' | 'billingAddress' | 'shippingAddress'>;
}

function filled(address: Address | null, field: string): string | null {
  return address?.find((entry) => entry.field === field)?.value || null;
}

/** Fields that make a person known. */
const KNOWN_BY = ['first_name', 'last_name', 'company', 'email', 'phone'];

/** Who it is, in a sentence. */
function who({ key, owner, billingAddress, shippingAddress }: CustomerProps['cart']): string {
  const names = ['first_name', 'last_name'].map(
    (field) => filled(billingAddress, field) ?? filled(shippingAddress, field),
  );
  const name = names.filter((part) => part !== null).join(' ');
  const known = KNOWN_BY.some(
    (field) => filled(billingAddress, field) !== null || filled(shippingAddress, field) !== null,
  );
  if (owner === 'customer') return `Signed-in customer, user id ${key}${name ? `: ${name}` : ''}.`;
  const nobody = billingAddress === null && shippingAddress === null;
  const guest = owner === 'guest' ? 'Guest' : 'Not told whether guest or customer';
  if (name !== '') return `${guest}: ${name}.`;
  if (known || nobody) return `${guest}.`;
  return `${guest}, no name or e-mail yet.`;
}

/** Where tax and shipping are worked out for: the shipping address, else the billing one. */
function place(cart: CustomerProps['cart']): string | null {
  const { shippingAddress, billingAddress } = cart;
  const address = filled(shippingAddress, 'country') === null ? billingAddress : shippingAddress;
  const parts = [filled(address, 'country'), filled(address, 'state')];
  return parts.filter((part) => part !== null).join('-') || null;
}

function AddressFields({ title, address }: { title: string; address: Address | null }) {
  if (address === null) return null;
  const entries = address.filter(({ value }) => value !== '');
  return (
    <>
      <h3 class="muted">{title}</h3>
      {entries.length === 0 ? (
        <p class="muted">nothing filled in</p>
      ) : (
        <Fields fields={entries.slice(0, 60).map(({ field, value }) => ({ name: field, value }))} />
      )}
    </>
  );
}

/** Whose cart it is, and both addresses. */
export function Customer({ cart }: CustomerProps) {
  const { billingAddress, shippingAddress, owner } = cart;
  const where = place(cart);
  const untold = billingAddress === null && shippingAddress === null;
  return (
    <Section title="Customer">
      {untold && owner === null ? (
        <Untold />
      ) : (
        <p>
          <bdi>{who(cart)}</bdi>
          {where !== null && (
            <>
              {' '}
              Tax and shipping are worked out for <bdi>{where}</bdi>.
            </>
          )}
          {untold && ' This answer told no address.'}
        </p>
      )}
      <AddressFields title="Billing" address={billingAddress} />
      <AddressFields title="Shipping" address={shippingAddress} />
    </Section>
  );
}
