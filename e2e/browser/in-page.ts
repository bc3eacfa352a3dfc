import type axe from 'axe-core';
import type {} from './role-and-name.ts';

/** How a test names an element: a CSS selector, or what assistive technology calls it. */
export type Target = string | RoleTarget;

/** An element by its role and accessible name. */
export interface RoleTarget {
  role: string;
  /** The whole name as text, or a pattern that it matches. White space counts as one blank. */
  name?: string | RegExp;
  /** Only inside this element. */
  within?: Target;
  /** Which of several, from 0; without it there has to be exactly one. */
  nth?: number;
}

/** A target as it travels into the page. */
export type SentTarget = string | SentRoleTarget;

interface SentRoleTarget {
  role: string;
  name?: { exact: string } | { pattern: string; flags: string };
  within?: SentTarget;
  nth?: number;
}

/** A point to click, or the sentence why the element cannot be clicked. */
export type ClickPoint = { x: number; y: number } | { problem: string };

/** What the harness installs in a page of the extension. */
export interface InPage {
  count(target: SentTarget): number;
  text(target: SentTarget | null): string;
  attribute(target: SentTarget, name: string): string | null;
  value(target: SentTarget): string;
  clickPoint(target: SentTarget): ClickPoint;
  hasKeyboard(target: SentTarget): boolean;
  focused(): { role: string; name: string; tag: string };
  /** Notes what has the keyboard; `hasFocusMoved` then tells whether something else has it. */
  noteFocus(): true;
  hasFocusMoved(): boolean;
}

declare global {
  interface Window {
    axe?: typeof axe;
    cocartE2e?: InPage;
  }
}

/** Makes a target fit to travel. */
export function sendable(target: Target): SentTarget {
  if (typeof target === 'string') return target;
  const { role, name, within, nth } = target;
  return {
    role,
    ...(name !== undefined && {
      name:
        typeof name === 'string'
          ? { exact: name }
          : { pattern: name.source, flags: name.flags.replaceAll(/[gy]/g, '') },
    }),
    ...(within !== undefined && { within: sendable(within) }),
    ...(nth !== undefined && { nth }),
  };
}

/** What a target is called in a failure. */
export function describeTarget(target: Target): string {
  if (typeof target === 'string') return target;
  const { role, name, within, nth } = target;
  return [
    role,
    name === undefined ? '' : ` ${typeof name === 'string' ? `"${name}"` : name}`,
    nth === undefined ? '' : ` no. ${nth}`,
    within === undefined ? '' : ` in ${describeTarget(within)}`,
  ].join('');
}

/**
 * Runs inside a page of the extension, sent there as text: it may use nothing from this file.
 * Roles and names come from a library that has to be in the page when a target names a role.
 */
export function inPage(): InPage {
  let noted: Element | null = null;
  const tidy = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

  const known = () => {
    const { cocartRoleAndName } = window;
    if (!cocartRoleAndName) throw new Error('What knows roles and names is not in the page');
    return cocartRoleAndName;
  };

  const elements = (target: SentTarget): Element[] => {
    if (typeof target === 'string') return [...document.querySelectorAll(target)];
    const { getRole, computeAccessibleName } = known();
    const scopes =
      target.within === undefined ? [document.documentElement] : elements(target.within);
    const { name } = target;
    const named = (text: string) => {
      if (name === undefined) return true;
      return 'exact' in name
        ? text === name.exact
        : new RegExp(name.pattern, name.flags).test(text);
    };
    const found = scopes
      .flatMap((scope) => [...scope.querySelectorAll('*')])
      .filter(
        (element) =>
          getRole(element) === target.role &&
          element.checkVisibility({ visibilityProperty: true }) &&
          !element.closest('[aria-hidden="true"], [inert]') &&
          named(tidy(computeAccessibleName(element))),
      );
    return target.nth === undefined ? found : found.slice(target.nth, target.nth + 1);
  };

  const only = (target: SentTarget): Element => {
    const found = elements(target);
    const [first] = found;
    if (!first) throw new Error('there is none');
    if (found.length > 1) throw new Error(`there are ${found.length}`);
    return first;
  };

  const short = (element: Element) => element.outerHTML.slice(0, 120);

  return {
    count: (target) => elements(target).length,
    text: (target) => {
      const element = target === null ? document.body : only(target);
      // What is rendered is wanted, not what the tree holds: hidden parts are not read by a person.
      const rendered: unknown = Reflect.get(element, 'innerText');
      return typeof rendered === 'string' ? rendered : element.textContent;
    },
    attribute: (target, name) => only(target).getAttribute(name),
    value: (target) => {
      const element = only(target);
      const value: unknown = Reflect.get(element, 'value');
      return typeof value === 'string' ? value : '';
    },
    clickPoint: (target) => {
      const element = only(target);
      if (element.matches(':disabled')) return { problem: `it is disabled: ${short(element)}` };
      element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const box = [...element.getClientRects()].find((rect) => rect.width > 0 && rect.height > 0);
      if (!box) return { problem: `it has no size: ${short(element)}` };
      const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const hit = document.elementFromPoint(point.x, point.y);
      if (!hit) return { problem: `it is outside of what is seen: ${short(element)}` };
      const label = hit.closest('label');
      const reached = element.contains(hit) || hit.contains(element) || label?.control === element;
      return reached ? point : { problem: `it is covered by ${short(hit)}` };
    },
    hasKeyboard: (target) => only(target) === document.activeElement,
    noteFocus: () => {
      noted = document.activeElement;
      return true;
    },
    // Beyond the page's ends the keyboard is the browser's, which tells nothing.
    hasFocusMoved: () => {
      const { activeElement, body } = document;
      return activeElement !== noted || activeElement === body;
    },
    focused: () => {
      const element = document.activeElement ?? document.body;
      const { getRole, computeAccessibleName } = known();
      return {
        role: getRole(element) ?? '',
        name: tidy(computeAccessibleName(element)),
        tag: element.localName,
      };
    },
  };
}
