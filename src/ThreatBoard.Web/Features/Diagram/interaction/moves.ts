import type { Diagram } from "../diagram";
import type { SceneModel } from "../scene/model";
import type { Placement } from "../scene/scene";

export interface Spot { x: number; y: number }

/** What moved between two moments, as places of the model's own elements: a collapsed boundary carries what it hides. */
export function movedLeaves(model: SceneModel, start: ReadonlyMap<string, Spot>, end: ReadonlyMap<string, Spot>): Placement[] {
  const moved = new Map<string, Placement>();
  for (const [id, from] of start) {
    const to = end.get(id);
    if (!to) continue;
    const dx = Math.round(to.x) - Math.round(from.x), dy = Math.round(to.y) - Math.round(from.y);
    if (dx === 0 && dy === 0) continue;
    const inside = model.boundaries.has(id) ? [...model.placements.values()].filter(p => p.id !== id && model.around(p.id).includes(id)) : [];
    for (const placement of inside) moved.set(placement.id, { id: placement.id, x: placement.x + dx, y: placement.y + dy });
    if (inside.length === 0) moved.set(id, { id, x: Math.round(to.x), y: Math.round(to.y) });
  }
  return [...moved.values()];
}

/** The innermost boundary under a point, not counting `except` and what is inside it; null where there is none. */
export function boundaryAt(diagram: Diagram, at: Spot, except: string | null): string | null {
  let best: { id: string; depth: number } | null = null;
  for (const node of diagram.view.nodes.values()) {
    if (node.type !== "boundary" || node.id === except || (except && diagram.model.around(node.id).includes(except))) continue;
    const element = diagram.cy.getElementById(node.id);
    const centre = element.position();
    const inside = Math.abs(centre.x - at.x) <= element.outerWidth() / 2 && Math.abs(centre.y - at.y) <= element.outerHeight() / 2;
    if (inside && (!best || node.depth > best.depth)) best = { id: node.id, depth: node.depth };
  }
  return best?.id ?? null;
}
