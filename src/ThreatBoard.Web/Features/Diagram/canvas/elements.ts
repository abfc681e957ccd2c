import type { Core, ElementDefinition } from "cytoscape";
import { markClasses } from "../comparison/scene";
import { overlayClasses } from "../overlaid/overlay";
import type { View, ViewEdge, ViewNode } from "../scene/view";

type Places = ReadonlyMap<string, { x: number; y: number }>;

/** What Cytoscape needs to know of a node; the rest stays in the view. */
export function nodeElement(node: ViewNode, places: Places): ElementDefinition {
  const at = places.get(node.id);
  return {
    group: "nodes",
    data: { id: node.id, parent: node.parent ?? undefined, w: node.size.w, h: node.size.h },
    classes: nodeClasses(node),
    ...(at ? { position: { ...at } } : {}),
  };
}

export function edgeElement(edge: ViewEdge): ElementDefinition {
  return { group: "edges", data: { id: edge.id, source: edge.source, target: edge.target, bend: edge.bend }, classes: edgeClasses(edge) };
}

function nodeClasses(node: ViewNode): string[] {
  if (node.type === "boundary") return ["boundary", node.shape, ...(node.leaf ? ["leaf"] : []), ...(node.hidden === null ? [] : ["collapsed"])];
  return [node.shape, ...(node.container ? ["container"] : [])];
}

function edgeClasses(edge: ViewEdge): string[] {
  if (edge.type === "start") return ["start"];
  return [edge.encryption, ...(edge.crosses.length > 0 ? ["crossing"] : []), ...(edge.source === edge.target ? ["loop"] : edge.bend !== 0 ? ["bent"] : [])];
}

/** Everything at once, parents before their children. */
export function elementsOf(view: View, places: Places): ElementDefinition[] {
  const nodes = [...view.nodes.values()].sort((a, b) => a.depth - b.depth);
  return [...nodes.map(node => nodeElement(node, places)), ...[...view.edges.values()].map(edgeElement)];
}

/** Makes the drawn graph equal to the view, touching only what differs. `held` elements keep their place: somebody is moving them. */
export function reconcile(cy: Core, view: View, places: Places, held: ReadonlySet<string>): void {
  cy.batch(() => {
    cy.edges().filter(edge => { const now = view.edges.get(edge.id()); return !now || now.source !== edge.data("source") || now.target !== edge.data("target"); }).remove();
    adoptParents(cy, view);
    cy.nodes().filter(node => !view.nodes.has(node.id())).remove();
    const added: ElementDefinition[] = [];
    for (const element of elementsOf(view, places)) {
      const old = cy.getElementById(element.data.id as string);
      if (old.empty()) { added.push(element); continue; }
      const classes = element.classes as string[];
      const kept = ["faded", "target", ...overlayClasses, ...markClasses].filter(name => old.hasClass(name));
      if (!sameClasses(old.classes(), [...classes, ...kept])) old.classes([...classes, ...kept]);
      if (element.group === "edges") { if (old.data("bend") !== element.data.bend) old.data("bend", element.data.bend); continue; }
      if (old.data("w") !== element.data.w || old.data("h") !== element.data.h) old.data({ w: element.data.w, h: element.data.h });
      const at = old.position(), to = element.position;
      if (to && !held.has(old.id()) && (at.x !== to.x || at.y !== to.y)) old.position(to);
    }
    cy.add(added);
  });
}

/** New boundaries first, then the children that change into them: removing a parent would take its children with it. */
function adoptParents(cy: Core, view: View): void {
  for (const node of [...view.nodes.values()].filter(n => n.type === "boundary").sort((a, b) => a.depth - b.depth))
    if (cy.getElementById(node.id).empty()) cy.add(nodeElement(node, new Map()));
  cy.nodes().forEach(node => {
    const now = view.nodes.get(node.id());
    if (now && (node.data("parent") ?? null) !== now.parent) node.move({ parent: now.parent });
  });
}

function sameClasses(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && b.every(name => a.includes(name));
}
