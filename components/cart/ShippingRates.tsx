import type { Amount, Shipping, ShippingPackage } from '../../lib/cart/cart.ts';
import type { CartChange } from '../../lib/cart/compare-carts.ts';
import { StoreText } from '../ui/StoreText.tsx';
import { Section, Untold } from './Section.tsx';

interface ShippingRatesProps {
  readonly shipping: Shipping | null;
  readonly changes: CartChange | null;
  readonly write: (amount: Amount) => string;
}

/** More packages or rates than this are counted. */
const SHOWN = 50;

interface PackageProps {
  readonly parcel: ShippingPackage;
  /** Key of the rate that was chosen before the last call; undefined when that did not change. */
  readonly chosenBefore: string | null | undefined;
  /** Name the package: there are several. */
  readonly named: boolean;
  readonly write: (amount: Amount) => string;
}

function Package({ parcel, chosenBefore, named, write }: PackageProps) {
  return (
    <>
      {named && (
        <h3 class="parcel">
          <StoreText text={parcel.name ?? `Package ${parcel.index ?? ''}`} />
          {parcel.destination !== null && (
            <span class="muted">
              {' '}
              to <StoreText text={parcel.destination} />
            </span>
          )}
        </h3>
      )}
      {parcel.details !== null && parcel.details !== '' && (
        <p class="muted">
          <StoreText text={parcel.details} />
        </p>
      )}
      {parcel.rates.length === 0 && <p class="muted">No rate is offered for this package.</p>}
      <ul class="rates">
        {parcel.rates.slice(0, SHOWN).map(({ key, label, cost, tax, chosen }) => (
          <li key={key} class={chosen ? 'rate rate-chosen' : 'rate'}>
            <span aria-hidden="true">{chosen ? '◉' : '○'}</span>
            <span>
              <StoreText text={label ?? key} />
              {chosen && <span class="visually-hidden"> (chosen)</span>}
              {label !== null && <code class="muted"> {key}</code>}
              {chosenBefore === key && <span class="was"> chosen before the last call</span>}
            </span>
            <span class="rate-cost" title={tax === null ? undefined : `and tax ${write(tax)}`}>
              {write(cost)}
            </span>
          </li>
        ))}
      </ul>
      {parcel.rates.length > SHOWN && <p class="muted">and {parcel.rates.length - SHOWN} more</p>}
    </>
  );
}

/** Packages with the rates offered for each, the chosen one marked. */
export function ShippingRates({ shipping, changes, write }: ShippingRatesProps) {
  const packages = shipping?.packages ?? [];
  const only = packages.length === 1 ? packages[0] : undefined;
  const title =
    only?.destination == null ? (
      'Shipping'
    ) : (
      <>
        Shipping · <StoreText text={only.destination} />
      </>
    );
  return (
    <Section title={title}>
      {shipping === null && <Untold />}
      {shipping !== null && packages.length === 0 && (
        <p class="muted">No shipping package{shipping.hasCalculated === false ? ' yet' : ''}.</p>
      )}
      {packages.slice(0, SHOWN).map((parcel, at) => (
        <Package
          key={`${at}`}
          parcel={parcel}
          chosenBefore={
            changes?.chosenRates.find((change) => change.packageKey === (parcel.index ?? at))
              ?.before
          }
          named={packages.length > 1}
          write={write}
        />
      ))}
      {packages.length > SHOWN && <p class="muted">and {packages.length - SHOWN} more packages</p>}
    </Section>
  );
}
