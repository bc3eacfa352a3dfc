import { entryOf, isContainer, keysOf, sizeOf } from './container.ts';
import type { Step } from './json-path.ts';

/** A container with more entries than this shows them in ranges, as a list of a million rows helps nobody. */
export const RANGE = 1_000;

/** "Open all" stops here; the browser's longest page is not far beyond. */
const MOST_ROWS = 100_000;

/** One row of the outline: a value, or a range of a long container's entries. */
export interface OutlineNode {
  readonly parent: OutlineNode | null;
  /** Name or index in its container; null for the root and for a range. */
  readonly step: Step | null;
  /** The value; of a range, the container that it is a part of. */
  readonly value: unknown;
  /** From which entry to which (exclusive), when it is a range. */
  readonly range: readonly [number, number] | null;
  readonly depth: number;
  /** Position among its siblings from 0, and how many they are. */
  readonly place: number;
  readonly siblings: number;
  /** Of a range in an object: all names of the object, read once for all its ranges. */
  readonly names: readonly string[] | null;
  /** How many rows it holds when open; 0 for plain values and empty containers. */
  readonly size: number;
  open: boolean;
  children: readonly OutlineNode[] | null;
}

function nodeOf(
  parent: OutlineNode | null,
  step: Step | null,
  value: unknown,
  at: Spot,
): OutlineNode {
  const entries = isContainer(value) ? sizeOf(value) : 0;
  return {
    parent,
    step,
    value,
    range: null,
    names: null,
    depth: parent === null ? 0 : parent.depth + 1,
    ...at,
    size: entries > RANGE ? Math.ceil(entries / RANGE) : entries,
    open: false,
    children: null,
  };
}

interface Spot {
  readonly place: number;
  readonly siblings: number;
}

/** The rows under a node, made when it is first opened. */
function childrenOf(node: OutlineNode): readonly OutlineNode[] {
  if (node.children !== null) return node.children;
  const container = node.value;
  if (!isContainer(container)) return [];
  const keys = node.names ?? keysOf(container);
  const entries = keys?.length ?? sizeOf(container);
  const children: OutlineNode[] = [];
  if (node.range === null && entries > RANGE) {
    const shared = { parent: node, step: null, value: container, names: keys };
    const unopened = { ...shared, open: false, children: null };
    for (let place = 0; place < node.size; place += 1) {
      const start = place * RANGE;
      const end = Math.min(start + RANGE, entries);
      const spot = { place, siblings: node.size, depth: node.depth + 1, size: end - start };
      const range = [start, end] as const;
      children.push({ ...unopened, ...spot, range });
    }
  } else {
    const [start, end] = node.range ?? [0, entries];
    for (let at = start; at < end; at += 1) {
      const step = keys?.[at] ?? at;
      const spot = { place: at - start, siblings: end - start };
      children.push(nodeOf(node, step, entryOf(container, step), spot));
    }
  }
  node.children = children;
  return children;
}

/**
 * Which rows of a JSON value are open, and the flat list of rows that show. Rows are made when they
 * are first opened, and nothing here walks by recursion: neither 5 MB nor 10,000 levels hurt.
 */
export class Outline {
  readonly root: OutlineNode;
  #rows: readonly OutlineNode[] | null = null;

  constructor(value: unknown) {
    this.root = nodeOf(null, null, value, { place: 0, siblings: 1 });
    this.root.open = true;
  }

  /** The rows that show, from top to bottom. */
  get rows(): readonly OutlineNode[] {
    if (this.#rows !== null) return this.#rows;
    const rows: OutlineNode[] = [];
    const pending: OutlineNode[] = [this.root];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      rows.push(node);
      if (!node.open) continue;
      const children = childrenOf(node);
      for (let at = children.length - 1; at >= 0; at -= 1) {
        const child = children[at];
        if (child !== undefined) pending.push(child);
      }
    }
    this.#rows = rows;
    return rows;
  }

  /** Opens or closes one row; plain values stay as they are. */
  setOpen(node: OutlineNode, open: boolean): void {
    if (node.size === 0 || node.open === open) return;
    node.open = open;
    this.#rows = null;
  }

  /** Opens everything, as far as 100,000 rows go. Returns false when that was not all. */
  openAll(): boolean {
    const pending: OutlineNode[] = [this.root];
    let rows = 1;
    let whole = true;
    for (let at = 0; at < pending.length; at += 1) {
      const node = pending[at];
      if (node === undefined || node.size === 0) continue;
      node.open = rows + node.size <= MOST_ROWS;
      if (!node.open) {
        whole = false;
        continue;
      }
      rows += node.size;
      for (const child of childrenOf(node)) pending.push(child);
    }
    this.#rows = null;
    return whole;
  }

  /** Closes everything below the root. */
  closeAll(): void {
    this.root.children = null;
    this.#rows = null;
  }

  /** Opens what was open in the outline of an earlier answer, as far as it is still there. */
  openLike(earlier: Outline): void {
    const pending: [OutlineNode, OutlineNode][] = [[earlier.root, this.root]];
    for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
      const [was, is] = pair;
      is.open = was.open && is.size > 0;
      if (!is.open || was.children === null) continue;
      const open = new Map<Step | null, OutlineNode>();
      for (const child of was.children) {
        if (child.open) open.set(child.step ?? child.place, child);
      }
      if (open.size === 0) continue;
      for (const child of childrenOf(is)) {
        const same = open.get(child.step ?? child.place);
        if (same !== undefined) pending.push([same, child]);
      }
    }
    this.#rows = null;
  }

  /** Opens what holds an entry, given by places from the root, and returns its node; null when there is none. */
  reveal(places: readonly number[]): OutlineNode | null {
    let node: OutlineNode = this.root;
    for (const place of places) {
      node.open = true;
      const children = childrenOf(node);
      const range = children[0]?.range ? children[Math.floor(place / RANGE)] : null;
      if (range) range.open = true;
      const next = range ? childrenOf(range)[place % RANGE] : children[place];
      if (next === undefined) return null;
      node = next;
    }
    this.#rows = null;
    return node;
  }
}

/** The steps from the root to a row; a range has those of its container. */
export function stepsOf(node: OutlineNode): Step[] {
  const steps: Step[] = [];
  for (let at: OutlineNode | null = node; at !== null; at = at.parent) {
    if (at.step !== null) steps.push(at.step);
  }
  return steps.reverse();
}
