import type { Diagram } from "../diagram";

/** Tells the server what is selected, once a gesture is over: a rubber band over a thousand elements is one message. */
export function selecting(diagram: Diagram): () => void {
  const { cy, link } = diagram;
  let timer = 0;
  let last = diagram.selection().map(item => item.id).join();
  const tell = () => {
    const items = diagram.selection();
    const now = items.map(item => item.id).join();
    if (now === last) return;
    last = now;
    void link.select(items);
  };
  // A click and a rubber band each select and unselect within one turn of the browser.
  const soon = () => { clearTimeout(timer); timer = setTimeout(tell) as unknown as number; };
  cy.on("select unselect", soon);

  let moved = 0;
  const viewed = () => {
    clearTimeout(moved);
    moved = setTimeout(() => { const { x1, y1, x2, y2 } = cy.extent(); void link.viewport(cy.zoom(), cy.pan().x, cy.pan().y, [x1, y1, x2, y2]); }, 400) as unknown as number;
  };
  cy.on("viewport", viewed);
  return () => { clearTimeout(timer); clearTimeout(moved); };
}
