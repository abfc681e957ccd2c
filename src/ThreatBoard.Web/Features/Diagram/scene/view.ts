import type { Badge, BoundaryKind, ComponentKind, Encryption, FlowEdge } from "./scene";
import { sumBadges } from "./scene";
import type { SceneModel } from "./model";
import { sizeOf, type Notation, type Size } from "./sizes";

/** A box, cylinder, figure or frame that is drawn now. */
export interface ViewNode {
  id: string;
  type: "component" | "boundary" | "actor";
  name: string;
  second: string;
  parent: string | null;
  badge: Badge;
  size: Size;
  shape: ComponentKind | "actor" | BoundaryKind;
  container: boolean;
  derived: boolean;
  /** A boundary that has nothing visible inside and so needs a place of its own. */
  leaf: boolean;
  /** Collapsed: how many components it hides; otherwise null. */
  hidden: number | null;
  depth: number;
}

/** A flow, several flows of the same direction bundled, or the line from an actor to where it starts. */
export interface ViewEdge {
  id: string;
  type: "flow" | "bundle" | "start";
  flows: string[];
  source: string;
  target: string;
  label: string;
  encryption: Encryption;
  crosses: string[];
  badge: Badge;
  /** 0: straight; others bend, so that edges between the same two nodes lie apart. */
  bend: number;
}

export interface View { nodes: Map<string, ViewNode>; edges: Map<string, ViewEdge> }

/** What is local to this browser: collapsed boundaries, opened bundles, notation. */
export interface ViewState { collapsed: ReadonlySet<string>; opened: ReadonlySet<string>; notation: Notation }

const order: readonly Encryption[] = ["none", "unknown", "tls", "mtls"];

/** What is to be drawn: collapsed boundaries swallow their content, flows end at what is visible, parallel flows bundle. */
export function viewOf(model: SceneModel, state: ViewState): View {
  const nodes = new Map<string, ViewNode>();
  const shown = visibleEnds(model, state);
  const hidden = hiddenCounts(model, state, shown);
  const badges = insideBadges(model);
  for (const boundary of model.boundaries.values()) {
    if (shown(boundary.id) !== boundary.id) continue;
    const collapsed = state.collapsed.has(boundary.id);
    nodes.set(boundary.id, {
      id: boundary.id, type: "boundary", name: boundary.name, second: boundary.zone || boundary.kind, parent: model.parentOf(boundary.id),
      badge: badges.get(boundary.id) ?? sumBadges([]), size: sizeOf(boundary.kind, boundary.name, "", state.notation), shape: boundary.kind,
      container: false, derived: boundary.derived ?? false, leaf: true, hidden: collapsed ? hidden.get(boundary.id) ?? 0 : null,
      depth: model.around(boundary.id).length,
    });
  }
  for (const item of [...model.components.values(), ...model.actors.values()]) {
    if (shown(item.id) !== item.id) continue;
    const shape = "kind" in item ? item.kind : "actor";
    const technology = "kind" in item ? item.technology ?? "" : "";
    nodes.set(item.id, {
      id: item.id, type: shape === "actor" ? "actor" : "component", name: item.name, second: technology, parent: model.parentOf(item.id),
      badge: item.badge ?? { open: 0 }, size: sizeOf(shape, item.name, technology, state.notation), shape,
      container: "container" in item && item.container === true, derived: "derived" in item && item.derived === true, leaf: true, hidden: null,
      depth: model.around(item.id).length,
    });
  }
  for (const node of nodes.values()) {
    const parent = node.parent ? nodes.get(node.parent) : undefined;
    if (parent) parent.leaf = false;
  }
  return { nodes, edges: edgesOf(model, state, shown, nodes) };
}

/** Maps an element to what stands for it: itself, or the outermost collapsed boundary around it. */
function visibleEnds(model: SceneModel, state: ViewState): (id: string) => string {
  if (state.collapsed.size === 0) return id => id;
  return id => model.around(id).filter(around => state.collapsed.has(around)).at(-1) ?? id;
}

function hiddenCounts(model: SceneModel, state: ViewState, shown: (id: string) => string): Map<string, number> {
  const counts = new Map<string, number>();
  if (state.collapsed.size > 0)
    for (const id of model.components.keys()) {
      const end = shown(id);
      if (end !== id) counts.set(end, (counts.get(end) ?? 0) + 1);
    }
  return counts;
}

function insideBadges(model: SceneModel): Map<string, Badge> {
  const inside = new Map<string, Badge[]>();
  const add = (boundary: string, badge: Badge) => { const list = inside.get(boundary); if (list) list.push(badge); else inside.set(boundary, [badge]); };
  for (const item of [...model.components.values(), ...model.boundaries.values(), ...model.actors.values()]) {
    if (!item.badge) continue;
    if (model.boundaries.has(item.id)) add(item.id, item.badge);
    for (const boundary of model.around(item.id)) add(boundary, item.badge);
  }
  return new Map([...inside].map(([id, badges]) => [id, sumBadges(badges)]));
}

function edgesOf(model: SceneModel, state: ViewState, shown: (id: string) => string, nodes: Map<string, ViewNode>): Map<string, ViewEdge> {
  const pairs = new Map<string, { source: string; target: string; flows: FlowEdge[] }>();
  for (const flow of model.flows.values()) {
    const source = shown(flow.source), target = shown(flow.target);
    if (!nodes.has(source) || !nodes.has(target) || (source === target && source !== flow.source)) continue;
    const key = `${source}>${target}`;
    const pair = pairs.get(key);
    if (pair) pair.flows.push(flow); else pairs.set(key, { source, target, flows: [flow] });
  }
  const edges = new Map<string, ViewEdge>();
  for (const [key, { source, target, flows }] of pairs) {
    const both = pairs.has(`${target}>${source}`) && source !== target;
    const drawn = flows.length > 1 && !state.opened.has(key) ? [bundleOf(key, source, target, flows)] : flows.map(flow => edgeOf(flow, source, target));
    drawn.forEach((edge, i) => edges.set(edge.id, { ...edge, bend: bendOf(i, drawn.length, both) }));
  }
  for (const actor of model.actors.values()) {
    const target = actor.startsAt ? shown(actor.startsAt) : null;
    if (target && nodes.has(target) && nodes.has(actor.id))
      edges.set(`start:${actor.id}`, { id: `start:${actor.id}`, type: "start", flows: [], source: actor.id, target, label: "", encryption: "unknown", crosses: [], badge: { open: 0 }, bend: 0 });
  }
  return edges;
}

function edgeOf(flow: FlowEdge, source: string, target: string): ViewEdge {
  return {
    id: flow.id, type: "flow", flows: [flow.id], source, target, label: flow.label, encryption: flow.encryption,
    crosses: flow.crosses ?? [], badge: flow.badge ?? { open: 0 }, bend: 0,
  };
}

function bundleOf(key: string, source: string, target: string, flows: FlowEdge[]): ViewEdge {
  const weakest = flows.reduce((worst, flow) => Math.min(worst, order.indexOf(flow.encryption)), order.length - 1);
  return {
    id: `bundle:${key}`, type: "bundle", flows: flows.map(flow => flow.id), source, target, label: `${flows.length} flows`,
    encryption: order[weakest] ?? "unknown", crosses: [...new Set(flows.flatMap(flow => flow.crosses ?? []))],
    badge: sumBadges(flows.map(flow => flow.badge)), bend: 0,
  };
}

/** Straight alone; apart where the other direction is drawn as well, or where a bundle was opened. */
function bendOf(index: number, count: number, bothWays: boolean): number {
  if (count === 1) return bothWays ? 22 : 0;
  return (bothWays ? index + 1 : index - (count - 1) / 2) * 34;
}
