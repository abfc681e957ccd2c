import type { NodeCollection, NodeSingular } from "cytoscape";
import type { Diagram } from "../diagram";
import { boundaryAt, movedLeaves, type Spot } from "./moves";

/** Dragging stays in the browser; letting go is one message. With Alt held, letting go also puts the element into the boundary under the pointer. */
export function dragging(diagram: Diagram): () => void {
  const { cy } = diagram;
  let start = new Map<string, Spot>();
  cy.on("grab", "node", event => {
    const grabbed = event.target as NodeSingular;
    const all = (grabbed.selected() ? cy.nodes(":selected") : cy.collection()).union(grabbed);
    start = new Map((all.union(all.descendants()) as NodeCollection).filter(node => !node.isParent()).map(node => [node.id(), { ...(node as NodeSingular).position() }]));
    for (const id of start.keys()) diagram.held.add(id);
  });
  cy.on("free", "node", event => {
    const begun = start;
    start = new Map();
    if (begun.size === 0) return;
    for (const id of begun.keys()) diagram.held.delete(id);
    const ends = new Map([...begun.keys()].map(id => [id, { ...cy.getElementById(id).position() }]));
    const placements = movedLeaves(diagram.model, begun, ends);
    if (placements.length === 0) return;
    void diagram.place("move", placements);
    const original = event.originalEvent as MouseEvent | undefined;
    if (original?.altKey) putInto(diagram, event.target as NodeSingular, event.position);
  });
  return () => start.clear();
}

function putInto(diagram: Diagram, node: NodeSingular, at: Spot): void {
  const into = boundaryAt(diagram, at, node.id());
  const kind = diagram.model.kindOf(node.id());
  if (kind && into !== diagram.model.parentOf(node.id())) void diagram.link.move({ kind, id: node.id() }, into);
}
