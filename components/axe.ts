import axe from 'axe-core';

/** Rules that need a laid-out page: end-to-end stories check them. */
const NEEDS_LAYOUT = ['color-contrast', 'target-size', 'scrollable-region-focusable'];

/** Breaches of axe-core's rules in the document of a test, one line an element; empty when there are none. */
export async function axeBreaches(): Promise<string[]> {
  const rules = Object.fromEntries(NEEDS_LAYOUT.map((id) => [id, { enabled: false }]));
  const { violations } = await axe.run(document.body, { rules, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}
