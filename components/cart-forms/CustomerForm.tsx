import { useId, useState } from 'preact/hooks';
import type { PlannedAct } from '../../lib/action/act.ts';
import { planCustomer } from '../../lib/action/charge-plans.ts';
import {
  CUSTOMER_FIELDS,
  customerFields,
  placeOf,
  type TypedCustomer,
  withTaxCase,
} from '../../lib/action/customer-fields.ts';
import { TAX_CASES } from '../../lib/action/tax-cases.ts';
import type { WriteTarget } from '../../lib/action/write-target.ts';
import type { Cart } from '../../lib/cart/cart.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Field } from '../ui/Field.tsx';
import { StoreText } from '../ui/StoreText.tsx';
import { FormPart } from './FormPart.tsx';

interface CustomerFormProps {
  /** Null where this store has no call for it. */
  readonly target: WriteTarget | null;
  readonly version: string | null;
  readonly cart: Cart | null;
  readonly onPlan: (planned: PlannedAct) => void;
}

/** Sets the address that taxes and rates are worked out for: one of the tax cases, or as typed. */
export function CustomerForm({ target, version, cart, onPlan }: CustomerFormProps) {
  const [typed, setTyped] = useState<TypedCustomer>({});
  const [alsoShipping, setAlsoShipping] = useState(true);
  const [wrong, setWrong] = useState(false);
  const id = useId();
  if (!target) {
    return (
      <FormPart title="Customer and test address">
        <p class="muted">
          {version === null
            ? 'No answer told CoCart’s version: a customer’s address can be set from 4.1.'
            : `CoCart ${version} has no call that sets a customer’s address: update-customer came with 4.1, under v2.`}
        </p>
      </FormPart>
    );
  }
  const place = cart && placeOf(cart);
  const fields = customerFields(typed, alsoShipping);
  const set = (field: string, text: string) => setTyped({ ...typed, [field]: text });
  const field = ({ field: name, label }: (typeof CUSTOMER_FIELDS)[number]) => (
    <Field
      key={name}
      label={label}
      value={typed[name] ?? ''}
      onInput={(text) => set(name, text)}
      placeholder={typed[name] === '' ? 'will be emptied' : undefined}
    />
  );
  const taxCase = TAX_CASES.find(
    ({ country, state, postcode, city }) =>
      typed.country === country &&
      typed.state === state &&
      typed.postcode === postcode &&
      typed.city === city,
  );
  const submit = (event: Event) => {
    event.preventDefault();
    const isEmpty = Object.keys(fields).length === 0;
    setWrong(isEmpty);
    if (!isEmpty) onPlan(planCustomer(target, fields));
  };
  return (
    <FormPart title="Customer and test address" onSubmit={submit}>
      {place !== null && (
        <p class="muted">
          The cart has <StoreText text={place} most={80} /> now.
        </p>
      )}
      <div class="form-row">
        <div class="form-field form-field-wide">
          <label for={id}>Tax case</label>
          <select
            id={id}
            class="field"
            value={taxCase?.id ?? ''}
            onChange={({ currentTarget }) => {
              const chosen = TAX_CASES.find((one) => one.id === currentTarget.value);
              if (chosen) setTyped(withTaxCase(typed, chosen));
            }}
          >
            <option value="">As typed</option>
            {TAX_CASES.map((one) => (
              <option key={one.id} value={one.id}>
                {one.label}: {one.why}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div class="form-grid">{CUSTOMER_FIELDS.slice(0, PLACE_FIELDS).map(field)}</div>
      <Disclosure summary="Name, street, e-mail, phone">
        <div class="form-grid">{CUSTOMER_FIELDS.slice(PLACE_FIELDS).map(field)}</div>
      </Disclosure>
      <label class="form-check">
        <input
          type="checkbox"
          checked={alsoShipping}
          onChange={(event) => setAlsoShipping(event.currentTarget.checked)}
        />
        Ship there too
      </label>
      <p class="muted">Fields that were not touched stay as the store has them.</p>
      {wrong && (
        <p class="field-wrong" role="alert">
          Choose a tax case, or type a field.
        </p>
      )}
      <div class="form-row">
        <button type="submit" class="button button-primary">
          Set the address…
        </button>
      </div>
    </FormPart>
  );
}

/** Country, state, postcode, city: always shown. */
const PLACE_FIELDS = 4;
