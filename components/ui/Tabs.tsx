import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import './ui.css';

export interface Tab<T extends string> {
  readonly id: T;
  readonly label: ComponentChildren;
  /** A number beside the label, with what it counts in words; none where nothing is to be counted. */
  readonly count?: { readonly number: number; readonly says: string } | undefined;
}

interface TabsProps<T extends string> {
  /** What the tabs switch, for screen readers. */
  readonly label: string;
  /** Begins the ids of tabs and panels; unique in the page. */
  readonly name: string;
  readonly tabs: readonly Tab<T>[];
  readonly selected: T;
  readonly onSelect: (id: T) => void;
}

/** The ids that tie a tab to its panel. */
export function tabIds(name: string, id: string): { readonly tab: string; readonly panel: string } {
  return { tab: `${name}-tab-${id}`, panel: `${name}-panel-${id}` };
}

/** A row of tabs: one tab stop, arrows and Home/End to move, the panel follows. */
export function Tabs<T extends string>({ label, name, tabs, selected, onSelect }: TabsProps<T>) {
  const move = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const at = tabs.findIndex(({ id }) => id === selected);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (tab === undefined) return;
    event.preventDefault();
    onSelect(tab.id);
    document.getElementById(tabIds(name, tab.id).tab)?.focus();
  };
  return (
    <div role="tablist" class="tabs" aria-label={label} onKeyDown={move}>
      {tabs.map(({ id, label: words, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          class="tab"
          id={tabIds(name, id).tab}
          aria-controls={id === selected ? tabIds(name, id).panel : undefined}
          aria-selected={id === selected}
          tabIndex={id === selected ? 0 : -1}
          title={count?.says}
          onClick={() => onSelect(id)}
        >
          {words}
          {count && (
            <span class="tab-count" aria-hidden="true">
              {count.number}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

interface TabPanelProps {
  readonly name: string;
  readonly id: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** What the selected tab shows. */
export function TabPanel({ name, id, class: className, children }: TabPanelProps) {
  const ids = tabIds(name, id);
  return (
    <div role="tabpanel" id={ids.panel} class={className} aria-labelledby={ids.tab}>
      {children}
    </div>
  );
}
