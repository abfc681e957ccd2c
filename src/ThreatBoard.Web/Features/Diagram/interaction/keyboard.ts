import type { Diagram } from "../diagram";
import { remove } from "./removing";
import { nudge } from "./nudging";
import { rename } from "./renaming";
import type { Connecting } from "./connecting";
import type { Find } from "./find";

interface Parts { connecting: Connecting; find: Find; marquee: (on: boolean) => void }

/** Keys that work while the canvas has the focus; everything else is the page's. */
export function keyboard(diagram: Diagram, parts: Parts): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.target !== diagram.host && !(event.target as Element).classList.contains("diagram-handle")) return;
    if (!handle(diagram, parts, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  diagram.host.addEventListener("keydown", pressed);
  return () => diagram.host.removeEventListener("keydown", pressed);
}

function handle(diagram: Diagram, parts: Parts, event: KeyboardEvent): boolean {
  const command = event.ctrlKey || event.metaKey;
  if (command) return withControl(diagram, parts, event);
  if (event.altKey && !event.key.startsWith("Arrow")) return false;
  switch (event.key) {
    case "Delete": case "Backspace": return remove(diagram);
    case "F2": case "Enter": return renameSelected(diagram);
    case "Escape": return escape(diagram, parts);
    case "ArrowLeft": return nudge(diagram, -1, 0, event);
    case "ArrowRight": return nudge(diagram, 1, 0, event);
    case "ArrowUp": return nudge(diagram, 0, -1, event);
    case "ArrowDown": return nudge(diagram, 0, 1, event);
    case "+": case "=": diagram.camera.zoomBy(1.25); return true;
    case "-": diagram.camera.zoomBy(0.8); return true;
    case "c": parts.connecting.start(diagram.selection()[0]?.id ?? null); return true;
    case "v": parts.marquee(true); return true;
    case "h": parts.marquee(false); return true;
    case " ": return toggleSelected(diagram);
    default:
      if (event.shiftKey && event.code === "Digit1") { diagram.camera.fit(); return true; }
      if (event.shiftKey && event.code === "Digit2") { diagram.cy.fit(diagram.cy.elements(":selected"), 80); return true; }
      return false;
  }
}

function withControl(diagram: Diagram, parts: Parts, event: KeyboardEvent): boolean {
  switch (event.key.toLowerCase()) {
    case "z": void (event.shiftKey ? diagram.link.redo() : diagram.link.undo()); return true;
    case "y": void diagram.link.redo(); return true;
    case "a": diagram.cy.batch(() => diagram.cy.elements().select()); return true;
    case "0": diagram.camera.zoomBy(0); return true;
    case "f": parts.find.open(); return true;
    default: return false;
  }
}

function renameSelected(diagram: Diagram): boolean {
  const chosen = diagram.cy.elements(":selected");
  if (chosen.length !== 1) return false;
  const id = chosen[0]!.id();
  if (id.startsWith("bundle:")) diagram.toggleBundle(id); else rename(diagram, id);
  return true;
}

function toggleSelected(diagram: Diagram): boolean {
  const chosen = diagram.cy.nodes(":selected");
  const id = chosen.length === 1 ? chosen[0]!.id() : "";
  if (!diagram.model.boundaries.has(id)) return false;
  diagram.toggle(id);
  return true;
}

function escape(diagram: Diagram, parts: Parts): boolean {
  if (parts.connecting.cancel() || parts.find.close()) return true;
  const chosen = diagram.cy.elements(":selected");
  chosen.unselect();
  return chosen.nonempty();
}
