import { useId } from 'preact/hooks';
import { type LoadOption, switchesOf } from '../../lib/load-cart/load-options.ts';
import type { LandingPage, LoadRequest } from '../../lib/load-cart/load-request.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Segmented } from '../ui/Segmented.tsx';

interface LoadOptionsProps {
  readonly request: LoadRequest;
  readonly onChange: (changes: Partial<LoadRequest>) => void;
}

const PAGES: readonly { readonly value: LandingPage; readonly label: string }[] = [
  { value: 'home', label: 'Home' },
  { value: 'cart', label: 'Cart' },
  { value: 'checkout', label: 'Checkout' },
];

const TABS: readonly { readonly value: LoadRequest['tab']; readonly label: string }[] = [
  { value: 'this', label: 'This tab' },
  { value: 'new', label: 'A new tab' },
];

/** Where the link leads, in which tab, and the switches that this version of CoCart knows. */
export function LoadOptions({ request, onChange }: LoadOptionsProps) {
  const id = useId();
  const { version, page, tab, queryName } = request;
  return (
    <div class="load-options">
      <div class="load-row">
        <Segmented
          label="Page to open"
          options={PAGES}
          value={page}
          onChange={(chosen) => onChange({ page: chosen })}
        />
        <Segmented
          label="Tab"
          options={TABS}
          value={tab}
          onChange={(chosen) => onChange({ tab: chosen })}
        />
      </div>
      {switchesOf(version).map((option) => (
        <Switch key={option.name} option={option} request={request} onChange={onChange} />
      ))}
      {version === null && (
        <p class="muted">This store told no version: the switches are those of 2.1 to 4.9.</p>
      )}
      <Disclosure summary="The store renamed the argument">
        <label for={id}>Name of the argument (cocart_load_cart_query_name)</label>
        <input
          id={id}
          class="field mono"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={queryName}
          onInput={({ currentTarget }) => onChange({ queryName: currentTarget.value.trim() })}
        />
      </Disclosure>
    </div>
  );
}

interface SwitchProps extends LoadOptionsProps {
  readonly option: LoadOption;
}

function Switch({ option: { name, works, does }, request, onChange }: SwitchProps) {
  const id = useId();
  if (name === 'c_hash') return null;
  const on = request.switches.includes(name);
  const others = request.switches.filter((other) => other !== name);
  return (
    <div class="load-switch">
      <input
        id={id}
        type="checkbox"
        checked={on}
        disabled={!works}
        aria-describedby={`${id}-does`}
        onChange={() => onChange({ switches: on ? others : [...others, name] })}
      />
      <label for={id} class="mono">
        {name}
      </label>
      <span id={`${id}-does`} class="muted">
        {does}
      </span>
    </div>
  );
}
