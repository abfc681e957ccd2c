import type { Diagram } from "../diagram";
import type { Spot } from "./moves";
import { rename } from "./renaming";

/** Adds an element and, once the server has drawn it, asks for its name at once. */
export async function addAndName(diagram: Diagram, kind: string, at: Spot, into: string | null): Promise<void> {
  const id = await diagram.link.add(kind, at.x, at.y, into);
  if (!id) return;
  await diagram.arrival(id);
  diagram.reveal(id, "if hidden");
  diagram.select([id]);
  rename(diagram, id);
}

/** Adds in the middle of what can be seen: what the toolbar does. */
export function addInSight(diagram: Diagram, kind: string): Promise<void> {
  const { x1, y1, w, h } = diagram.cy.extent();
  const chosen = diagram.selection().find(item => item.kind === "boundary");
  const step = (diagram.view.nodes.size % 5) * 24;
  return addAndName(diagram, kind, { x: x1 + w / 2 + step, y: y1 + h / 2 + step }, chosen?.id ?? null);
}
