import type { Diagram } from "../diagram";

/** Deletes what is selected; the server says what goes with it, and it can be undone. */
export function remove(diagram: Diagram): boolean {
  const items = diagram.selection();
  if (items.length === 0 || !diagram.options.canEdit) return false;
  void diagram.link.remove(items);
  return true;
}
