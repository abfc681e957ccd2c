import type { ElkExtendedEdge, ElkNode, LayoutOptions } from "elkjs/lib/elk-api";
import type { Placement } from "./scene";
import type { View, ViewNode } from "./view";
import { aroundEach, packLoose, type Packing } from "./packing";
import { boundaryPadding } from "./sizes";

/** Above this many visible nodes, flows between boundaries no longer shape the layout: the other way has no end at thousands. */
const includeChildrenUpTo = 200;

const noPadding = "[top=0,left=0,bottom=0,right=0]";

/** What the layout engine is asked: boundaries as nested nodes, each flow and each actor's line as an edge. */
export function layoutQuestion(view: View): ElkNode {
  const include = view.nodes.size <= includeChildrenUpTo;
  const lines = include ? edges(view) : edgesWithinOneParent(view);
  const question = nestedQuestion(view, include);
  // Of flows between boundaries the engine packs nothing by itself: what no flow ties to the rest would stand in one long column.
  if (include) packLoose(question, lines, packed);
  declare(question, lines);
  return question;
}

function nestedQuestion(view: View, include: boolean): ElkNode {
  const children = new Map<string | null, ViewNode[]>();
  for (const node of view.nodes.values()) {
    const list = children.get(node.parent);
    if (list) list.push(node); else children.set(node.parent, [node]);
  }
  const build = (node: ViewNode): ElkNode => node.leaf
    ? { id: node.id, width: node.size.w, height: node.size.h }
    : { id: node.id, layoutOptions: inner(include), children: (children.get(node.id) ?? []).map(build) };
  return { id: "root", layoutOptions: { ...inner(include), "elk.padding": noPadding }, children: (children.get(null) ?? []).map(build) };
}

/** Each edge where both its ends first meet: the engine sees only those that are declared in what it lays out. */
function declare(question: ElkNode, lines: readonly ElkExtendedEdge[]): void {
  const around = aroundEach(question);
  for (const edge of lines) {
    const target = new Set(around.get(edge.targets[0]!)), meeting = around.get(edge.sources[0]!)?.find(node => target.has(node)) ?? question;
    (meeting.edges ??= []).push(edge);
  }
}

/** The engine's answer as centres of the leaves, in whole units. */
export function placementsOf(answer: ElkNode, view: View): Placement[] {
  const placements: Placement[] = [];
  const walk = (node: ElkNode, x: number, y: number): void => {
    for (const child of node.children ?? []) {
      const left = x + (child.x ?? 0), top = y + (child.y ?? 0);
      const known = view.nodes.get(child.id);
      if (known?.leaf) placements.push({ id: child.id, x: Math.round(left + known.size.w / 2), y: Math.round(top + known.size.h / 2) });
      else walk(child, left, top);
    }
  };
  walk(answer, 0, 0);
  return placements;
}

function inner(include: boolean): LayoutOptions {
  return {
    "elk.algorithm": "layered",
    "elk.direction": "RIGHT",
    "elk.hierarchyHandling": include ? "INCLUDE_CHILDREN" : "SEPARATE_CHILDREN",
    "elk.padding": `[top=${boundaryPadding + 4},left=${boundaryPadding},bottom=${boundaryPadding},right=${boundaryPadding}]`,
    "elk.spacing.nodeNode": "34",
    "elk.layered.spacing.nodeNodeBetweenLayers": include ? "84" : "56",
    "elk.spacing.componentComponent": "38",
    "elk.aspectRatio": "1.6",
    "elk.randomSeed": "1",
  };
}

/** Groups of things that belong together are nodes of the question alone: they are drawn nowhere. */
const packed: Packing = {
  rows: rowsOf("1.6"),
  broad: rowsOf("2.4"),
  group: { ...inner(true), "elk.padding": noPadding },
};

function rowsOf(aspectRatio: string): LayoutOptions {
  return { "elk.algorithm": "rectpacking", "elk.hierarchyHandling": "SEPARATE_CHILDREN", "elk.padding": noPadding, "elk.spacing.nodeNode": "34", "elk.aspectRatio": aspectRatio };
}

function edges(view: View): ElkExtendedEdge[] {
  return [...view.edges.values()].filter(edge => edge.source !== edge.target).map(edge => ({ id: edge.id, sources: [edge.source], targets: [edge.target] }));
}

/** Flows lifted to the level where their ends are siblings: so boundaries that talk still stand side by side. */
function edgesWithinOneParent(view: View): ElkExtendedEdge[] {
  const lifted = new Map<string, ElkExtendedEdge>();
  for (const edge of view.edges.values()) {
    const from = line(view, edge.source), to = line(view, edge.target);
    let depth = 0;
    while (depth < from.length - 1 && depth < to.length - 1 && from[depth] === to[depth]) depth++;
    const source = from[depth], target = to[depth];
    if (source && target && source !== target) lifted.set(`${source}>${target}`, { id: `${source}>${target}`, sources: [source], targets: [target] });
  }
  return [...lifted.values()];
}

/** An element and what is around it, outermost first. */
function line(view: View, id: string): string[] {
  const found = [id];
  for (let next = view.nodes.get(id)?.parent; next && !found.includes(next); next = view.nodes.get(next)?.parent ?? null) found.unshift(next);
  return found;
}
