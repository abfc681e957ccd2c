import type { Diagram } from "../diagram";
import type { Connecting } from "./connecting";
import { addAndName } from "./adding";
import { remove } from "./removing";
import { rename } from "./renaming";
import { boundaryAt } from "./moves";

interface Choice { text: string; key?: string; run: () => void }

/** What can be done with the thing under the pointer: right click, long press, or the menu key. */
export function contextMenu(diagram: Diagram, connecting: Connecting): () => void {
  const { cy, host } = diagram;
  let open: HTMLElement | null = null;
  const close = () => { open?.remove(); open = null; };
  const show = (x: number, y: number, choices: readonly Choice[]) => {
    close();
    if (choices.length === 0) return;
    open = build(host, choices, close);
    open.style.left = `${Math.max(4, Math.min(x, cy.width() - 220))}px`;
    open.style.top = `${Math.max(4, Math.min(y, cy.height() - choices.length * 34 - 12))}px`;
    host.append(open);
    open.querySelector("button")?.focus();
  };
  cy.on("cxttap taphold", event => {
    const onElement = event.target !== cy;
    if (onElement && !event.target.selected()) { cy.elements(":selected").unselect(); event.target.select(); }
    show(event.renderedPosition.x, event.renderedPosition.y, onElement ? forElement(diagram, connecting, event.target.id()) : forCanvas(diagram, event.position));
  });
  cy.on("tap viewport", close);
  const key = (event: KeyboardEvent) => {
    if (event.target !== host || !(event.key === "ContextMenu" || (event.shiftKey && event.key === "F10"))) return;
    event.preventDefault();
    const chosen = cy.elements(":selected");
    const box = chosen.renderedBoundingBox();
    if (chosen.length === 1) show(box.x1 + box.w / 2, box.y1 + box.h / 2, forElement(diagram, connecting, chosen[0]!.id()));
    else show(cy.width() / 2, cy.height() / 2, forCanvas(diagram, { x: 0, y: 0 }));
  };
  const native = (event: Event) => event.preventDefault();
  host.addEventListener("keydown", key);
  host.addEventListener("contextmenu", native);
  return () => { close(); host.removeEventListener("keydown", key); host.removeEventListener("contextmenu", native); };
}

function forElement(diagram: Diagram, connecting: Connecting, id: string): Choice[] {
  const [item] = diagram.refsOf(id);
  if (!item) return [];
  const choices: Choice[] = [];
  const edit = diagram.options.canEdit;
  if (id.startsWith("bundle:")) choices.push({ text: "Show each flow", key: "Enter", run: () => diagram.toggleBundle(id) });
  else choices.push({ text: "Open details", run: () => void diagram.link.open(item) });
  const edge = diagram.view.edges.get(id);
  const key = edge ? `${edge.source}>${edge.target}` : "";
  if (diagram.opened.has(key)) choices.push({ text: "Bundle parallel flows", run: () => diagram.toggleBundle(key) });
  if (edit && !id.startsWith("bundle:")) choices.push({ text: "Rename", key: "F2", run: () => rename(diagram, id) });
  if (edit && item.kind === "component") choices.push({ text: "Connect to…", key: "C", run: () => connecting.start(id) });
  if (edit && item.kind === "actor") choices.push({ text: "Starts at…", key: "C", run: () => connecting.start(id) });
  if (item.kind === "boundary") {
    choices.push({ text: diagram.collapsed.has(id) ? "Expand" : "Collapse", key: "Space", run: () => diagram.toggle(id) });
    if (edit && !diagram.collapsed.has(id)) choices.push({ text: "Add component inside", run: () => addInside(diagram, id) });
  }
  if (edit) choices.push({ text: "Delete", key: "Del", run: () => void remove(diagram) });
  return choices;
}

function addInside(diagram: Diagram, boundary: string): void {
  const box = diagram.cy.getElementById(boundary).boundingBox({ includeLabels: false, includeOverlays: false });
  void addAndName(diagram, "process", { x: box.x1 + box.w / 2, y: box.y2 + 20 }, boundary);
}

function forCanvas(diagram: Diagram, at: { x: number; y: number }): Choice[] {
  const edit = diagram.options.canEdit;
  const add = (text: string, kind: string): Choice => ({ text, run: () => void addAndName(diagram, kind, at, boundaryAt(diagram, at, null)) });
  return [
    ...(edit ? [add("Add process here", "process"), add("Add data store here", "store"), add("Add external entity here", "external"), add("Add boundary here", "zone"), add("Add threat actor here", "actor")] : []),
    { text: "Fit", key: "Shift+1", run: () => diagram.camera.fit() },
    { text: "Collapse all", run: () => diagram.toggleAll(true) },
    { text: "Expand all", run: () => diagram.toggleAll(false) },
    ...(edit ? [{ text: "Arrange automatically", run: () => void diagram.arrange() }] : []),
  ];
}

function build(host: HTMLElement, choices: readonly Choice[], close: () => void): HTMLElement {
  const page = host.ownerDocument, menu = page.createElement("div");
  menu.className = "diagram-menu";
  menu.setAttribute("role", "menu");
  for (const choice of choices) {
    const button = page.createElement("button");
    button.type = "button";
    button.setAttribute("role", "menuitem");
    button.textContent = choice.text;
    if (choice.key) { const key = page.createElement("kbd"); key.textContent = choice.key; button.append(key); }
    button.addEventListener("click", () => { close(); host.focus({ preventScroll: true }); choice.run(); });
    menu.append(button);
  }
  menu.addEventListener("keydown", event => step(event, menu, () => { close(); host.focus({ preventScroll: true }); }));
  for (const name of ["pointerdown", "mousedown", "touchstart", "wheel"]) menu.addEventListener(name, event => event.stopPropagation());
  return menu;
}

function step(event: KeyboardEvent, menu: HTMLElement, leave: () => void): void {
  event.stopPropagation();
  const items = [...menu.querySelectorAll("button")], at = items.indexOf(menu.ownerDocument.activeElement as HTMLButtonElement);
  if (event.key === "ArrowDown") items[(at + 1) % items.length]?.focus();
  else if (event.key === "ArrowUp") items[(at - 1 + items.length) % items.length]?.focus();
  else if (event.key === "Escape" || event.key === "Tab") leave();
  else return;
  event.preventDefault();
}
