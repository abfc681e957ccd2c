import type { Diagram } from "../diagram";

/** An input over the element: what is typed is text and never markup. */
export function rename(diagram: Diagram, id: string): void {
  const [item] = diagram.refsOf(id);
  const entity = item && diagram.model.find(item.id);
  const element = diagram.cy.getElementById(id);
  if (!diagram.options.canEdit || !item || !entity || element.empty() || id.startsWith("bundle:")) return;
  const box = element.renderedBoundingBox({ includeLabels: false, includeOverlays: false, includeUnderlays: false });
  const input = diagram.host.ownerDocument.createElement("input");
  input.className = "diagram-rename";
  input.type = "text";
  const seen = entity.name;
  input.value = seen;
  input.maxLength = 200;
  input.setAttribute("aria-label", `Name of this ${item.kind}`);
  const width = Math.max(140, Math.min(box.w, 280)), header = item.kind === "boundary";
  input.style.width = `${width}px`;
  input.style.left = `${Math.max(4, Math.min(header ? box.x1 + 4 : box.x1 + box.w / 2 - width / 2, diagram.cy.width() - width - 4))}px`;
  input.style.top = `${Math.max(4, header ? box.y1 + 4 : box.y1 + box.h / 2 - 16)}px`;
  let done = false;
  const finish = (keep: boolean) => {
    if (done) return;
    done = true;
    const name = input.value.trim();
    input.remove();
    diagram.cy.off("viewport", cancel);
    diagram.host.focus({ preventScroll: true });
    if (keep && name && name !== seen) void save(diagram, item.id, name, seen);
  };
  const cancel = () => finish(true);
  input.addEventListener("keydown", event => {
    event.stopPropagation();
    if (event.key === "Enter") { event.preventDefault(); finish(true); } else if (event.key === "Escape") finish(false);
  });
  input.addEventListener("blur", () => finish(true));
  diagram.cy.on("viewport", cancel);
  diagram.host.append(input);
  input.focus();
  input.select();
}

async function save(diagram: Diagram, id: string, name: string, seen: string): Promise<void> {
  const kind = diagram.model.kindOf(id), entity = diagram.model.find(id);
  if (!kind || !entity) return;
  const before = entity.name;
  entity.name = name;
  diagram.show();
  if (await diagram.link.rename({ kind, id }, name, seen)) return;
  const now = diagram.model.find(id);
  if (now?.name === name) { now.name = before; diagram.show(); }
}
