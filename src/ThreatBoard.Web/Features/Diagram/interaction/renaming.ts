import type { Diagram } from "../diagram";

const lineIsLost = (document: Document) =>
  document.querySelector("#components-reconnect-modal")?.matches(".components-reconnect-show, .components-reconnect-failed, .components-reconnect-rejected") ?? false;

/** An input over the element: what is typed is text and never markup. It is kept as a draft (data-draft sets the pace), and what was left comes back. */
export function rename(diagram: Diagram, id: string, typed?: string): void {
  const [item] = diagram.refsOf(id);
  const entity = item && diagram.model.find(item.id);
  const element = diagram.cy.getElementById(id);
  if (!diagram.options.canEdit || !item || !entity || element.empty() || id.startsWith("bundle:")) return;
  const box = element.renderedBoundingBox({ includeLabels: false, includeOverlays: false, includeUnderlays: false });
  const input = diagram.host.ownerDocument.createElement("input");
  input.className = "diagram-rename";
  input.type = "text";
  let seen = entity.name;
  input.value = typed ?? seen;
  input.maxLength = 200;
  input.dataset.draft = "";
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
    if (keep && name && name !== seen) void save(diagram, id, item.id, name, seen);
    else diagram.link.unnamed(item).catch(() => undefined);
  };
  const cancel = () => finish(true);
  input.addEventListener("keydown", event => {
    event.stopPropagation();
    if (event.key === "Enter") { event.preventDefault(); finish(true); } else if (event.key === "Escape") finish(false);
  });
  // Without a line nothing can be saved: it stays until the line is back.
  input.addEventListener("blur", () => { if (!lineIsLost(input.ownerDocument)) finish(true); });
  // What a broken line loses is sent again when it is back.
  input.addEventListener("input", () => { diagram.link.typed(item, input.value, seen).catch(() => undefined); });
  diagram.cy.on("viewport", cancel);
  diagram.host.append(input);
  input.focus();
  input.select();
  diagram.link.naming(item).then(left => {
    if (!left || done || input.value !== seen) return;
    seen = left.seen;
    input.value = left.text;
    input.title = "Unsaved draft: Escape discards it";
    input.select();
  }).catch(() => undefined);
}

async function save(diagram: Diagram, node: string, id: string, name: string, seen: string): Promise<void> {
  const kind = diagram.model.kindOf(id), entity = diagram.model.find(id);
  if (!kind || !entity) return;
  const before = entity.name;
  entity.name = name;
  diagram.show();
  let answer: boolean | null = null;
  try { answer = await diagram.link.rename({ kind, id }, name, seen); } catch { /* The line broke: it may have arrived or not. */ }
  if (answer) return;
  const now = diagram.model.find(id);
  if (now?.name === name) { now.name = before; diagram.show(); }
  if (answer === null) rename(diagram, node, name);
}
