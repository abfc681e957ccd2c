import type { NodeCollection, NodeSingular } from "cytoscape";
import type { Diagram } from "../diagram";
import { movedLeaves } from "./moves";

const pending = new WeakMap<Diagram, number>();

/** Arrows move the selection by 1, with Shift by 10, saved once the keys rest. With Alt, or with nothing selected, they choose the neighbour in that direction. */
export function nudge(diagram: Diagram, dx: number, dy: number, event: { shiftKey: boolean; altKey: boolean }): boolean {
  const { cy } = diagram;
  const chosen = cy.nodes(":selected");
  if (event.altKey || chosen.empty()) return chooseNeighbour(diagram, dx, dy);
  if (!diagram.options.canEdit) return true;
  const leaves = (chosen.union(chosen.descendants()) as NodeCollection).filter(node => !node.isParent());
  const step = event.shiftKey ? 10 : 1;
  const start = new Map(leaves.map(node => [node.id(), { ...(node as NodeSingular).position() }]));
  const end = new Map([...start].map(([id, at]) => [id, { x: at.x + dx * step, y: at.y + dy * step }]));
  const placements = movedLeaves(diagram.model, start, end);
  for (const placement of placements) { diagram.model.placements.set(placement.id, placement); diagram.held.add(placement.id); }
  cy.batch(() => { for (const [id, at] of end) cy.getElementById(id).position(at); });
  clearTimeout(pending.get(diagram));
  pending.set(diagram, setTimeout(() => void diagram.place("move", placements.map(p => diagram.model.placements.get(p.id) ?? p)), 350) as unknown as number);
  return true;
}

function chooseNeighbour(diagram: Diagram, dx: number, dy: number): boolean {
  const { cy } = diagram;
  const from = cy.nodes(":selected");
  const at = from.nonempty() ? (from[0] as NodeSingular).position() : middle(diagram);
  let best: NodeSingular | null = null, distance = Infinity;
  cy.nodes().forEach(node => {
    if (node.isParent() || node.selected()) return;
    const x = node.position().x - at.x, y = node.position().y - at.y;
    const ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (from.nonempty() && (ahead <= 0 || aside > ahead * 2)) return;
    const far = from.nonempty() ? ahead + aside * 2 : Math.hypot(x, y);
    if (far < distance) { best = node; distance = far; }
  });
  if (!best) return false;
  const next: NodeSingular = best;
  cy.batch(() => { cy.elements(":selected").unselect(); next.select(); });
  const seen = next.renderedPosition();
  if (seen.x < 0 || seen.y < 0 || seen.x > cy.width() || seen.y > cy.height()) cy.center(next);
  return true;
}

function middle(diagram: Diagram): { x: number; y: number } {
  const { x1, y1, w, h } = diagram.cy.extent();
  return { x: x1 + w / 2, y: y1 + h / 2 };
}
