import { useId } from 'preact/hooks';
import type { Amount, Shipping, ShippingPackage, ShippingRate } from '../../lib/cart/cart.ts';
import type { CartChange } from '../../lib/cart/compare-carts.ts';
import { StoreText } from '../ui/StoreText.tsx';
import { RateChoice } from './RateChoice.tsx';
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
  const name = useId();
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
        {parcel.rates.slice(0, SHOWN).map((rate) => (
          <Rate
            key={rate.key}
            rate={rate}
            parcel={parcel}
            name={name}
            before={chosenBefore}
            write={write}
          />
        ))}
      </ul>
      {parcel.rates.length > SHOWN && <p class="muted">and {parcel.rates.length - SHOWN} more</p>}
    </>
  );
}

interface RateProps {
  readonly rate: ShippingRate;
  readonly parcel: ShippingPackage;
  /** Ties the rates of one package together. */
  readonly name: string;
  readonly before: string | null | undefined;
  readonly write: (amount: Amount) => string;
}

function Rate({ rate, parcel, name, before, write }: RateProps) {
  const { key, label, cost, tax, chosen } = rate;
  return (
    <li class={chosen ? 'rate rate-chosen' : 'rate'}>
      <RateChoice rate={rate} packageIndex={parcel.index} name={name} />
      <span>
        <StoreText text={label ?? key} />
        {chosen && <span class="visually-hidden"> (chosen)</span>}
        {label !== null && <code class="muted"> {key}</code>}
        {before === key && <span class="was"> chosen before the last call</span>}
      </span>
      <span class="rate-cost" title={tax === null ? undefined : `and tax ${write(tax)}`}>
        {write(cost)}
      </span>
    </li>
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
