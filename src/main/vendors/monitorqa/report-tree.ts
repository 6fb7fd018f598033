/** What the tree needs to know of a line. */
export interface TreeNode {
  readonly id: string;
  readonly childIds: readonly string[];
  /** Stands for the document itself: its children are the top, and it is no line. */
  readonly isRoot: boolean;
  /** Takes no place of its own: what hangs below a condition is numbered below the question it belongs to. */
  readonly isUnnumbered: boolean;
}

/** A line in its place. `parent` is the index of the line above it in the tree, -1 at the top. */
export interface Placed<Node> {
  readonly node: Node;
  readonly parent: number;
  readonly depth: number;
  readonly place: string;
  readonly childCount: number;
}

/** No report a person reads is deeper; lines below are shown at the top rather than lost. */
const DEEPEST = 32;

/** A line on its way to its place, with the counter its children are numbered by. */
interface Waiting<Node> {
  readonly node: Node;
  readonly parent: number;
  readonly depth: number;
  readonly above: string;
  readonly counter: { next: number };
}

/**
 * Lines that name their children by id, in reading order, each exactly once: a child that is not there is passed over,
 * a second claim on a child and a circle are cut, and what nobody claims stands at the top in the order it came.
 */
export function placeTree<Node extends TreeNode>(nodes: readonly Node[]): readonly Placed<Node>[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const claimed = new Set(nodes.flatMap((node) => node.childIds.filter((id) => id !== node.id)));
  const done = new Set<Node>();
  const placed: Placed<Node>[] = [];
  const top = { next: 1 };

  const childrenOf = (node: Node): readonly Node[] => {
    const found = node.childIds.map((id) => byId.get(id)).filter((child) => child !== undefined);
    return [...new Set(found)].filter((child) => !done.has(child));
  };

  const walk = (start: Node): void => {
    const stack: Waiting<Node>[] = [{ node: start, parent: -1, depth: 0, above: '', counter: top }];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { node, parent, depth, above, counter } = next;
      if (done.has(node)) continue;
      done.add(node);
      const children = depth < DEEPEST ? childrenOf(node) : [];
      if (node.isRoot) {
        stack.push(...children.map((child) => ({ ...next, node: child })).toReversed());
        continue;
      }
      const isNumbered = !node.isUnnumbered || above === '';
      const place = isNumbered ? `${above === '' ? '' : `${above}.`}${counter.next++}` : above;
      const below = isNumbered ? { next: 1 } : counter;
      const index = placed.push({ node, parent, depth, place, childCount: children.length }) - 1;
      const waiting = children.map((child) => ({
        node: child,
        parent: index,
        depth: depth + 1,
        above: place,
        counter: below,
      }));
      stack.push(...waiting.toReversed());
    }
  };

  for (const node of nodes) if (!claimed.has(node.id)) walk(node);
  for (const node of nodes) walk(node);
  return placed;
}
