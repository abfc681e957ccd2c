import type { ElkExtendedEdge, ElkNode, LayoutOptions } from "elkjs/lib/elk-api";

/** How a group is laid out: the rows in which groups stand, `broad` where little else stands beside them, and a group of several things that talk to each other. */
export interface Packing { rows: LayoutOptions; broad: LayoutOptions; group: LayoutOptions }

/** Up to here they stand well in one column beside the rest. */
const column = 2;

/** Within each node, puts into rows whatever no edge ties to anything outside of it; what talks with each other stays together. */
export function packLoose(node: ElkNode, edges: readonly ElkExtendedEdge[], packing: Packing): void {
  const around = aroundEach(node);
  const pack = (parent: ElkNode): void => {
    for (const child of parent.children ?? []) pack(child);
    const { groups, tied } = groupsIn(parent, edges, around);
    const loose = groups.filter(group => !group.some(child => tied.has(child)));
    const packed = new Set(loose.flat()), kept = (parent.children ?? []).filter(child => !packed.has(child));
    if (loose.length < 2 || (loose.length <= column && kept.length > 0)) return;
    const rows = loose.map((group, nth) => group.length === 1 ? group[0]! : { id: `${parent.id} group ${nth}`, layoutOptions: packing.group, children: group });
    parent.children = [...kept, { id: `${parent.id} rows`, layoutOptions: 2 * kept.length > loose.length ? packing.rows : packing.broad, children: rows }];
  };
  pack(node);
}

/** What is around each node, itself first and the outermost last. */
export function aroundEach(root: ElkNode): Map<string, ElkNode[]> {
  const around = new Map<string, ElkNode[]>();
  const walk = (node: ElkNode, outer: ElkNode[]): void => {
    const line = [node, ...outer];
    around.set(node.id, line);
    for (const child of node.children ?? []) walk(child, line);
  };
  walk(root, []);
  return around;
}

/** The children that edges join, directly or through what is in them; and those with an edge that leaves the parent. */
function groupsIn(parent: ElkNode, edges: readonly ElkExtendedEdge[], around: ReadonlyMap<string, ElkNode[]>): { groups: ElkNode[][]; tied: Set<ElkNode> } {
  const children = parent.children ?? [], groupOf = new Map(children.map(child => [child, [child]])), tied = new Set<ElkNode>();
  const childOf = (id: string): ElkNode | undefined => {
    const line = around.get(id) ?? [], at = line.indexOf(parent);
    return at > 0 ? line[at - 1] : undefined;
  };
  for (const edge of edges) {
    const from = childOf(edge.sources[0]!), to = childOf(edge.targets[0]!);
    if (from && to) join(groupOf, from, to); else if (from ?? to) tied.add((from ?? to)!);
  }
  return { groups: [...new Set(children.map(child => groupOf.get(child)!))], tied };
}

function join(groupOf: Map<ElkNode, ElkNode[]>, one: ElkNode, other: ElkNode): void {
  const into = groupOf.get(one)!, from = groupOf.get(other)!;
  if (into === from) return;
  for (const node of from) { into.push(node); groupOf.set(node, into); }
}
