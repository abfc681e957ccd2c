import type { NodeSingular } from "cytoscape";
import type { Diagram } from "../diagram";

/** Connect by dragging from the handle beside a component, or without dragging: choose "connect", then the two ends. */
export class Connecting {
  private readonly handle: HTMLButtonElement;
  private readonly line: SVGSVGElement;
  private source: NodeSingular | null = null;
  private hovered: NodeSingular | null = null;
  private mode = false;
  private pointer = -1;

  constructor(private readonly diagram: Diagram, private readonly changed: (mode: boolean, source: string | null) => void) {
    const { cy, host } = diagram, page = host.ownerDocument;
    this.handle = page.createElement("button");
    this.handle.type = "button";
    this.handle.className = "diagram-handle";
    this.handle.hidden = true;
    this.handle.tabIndex = -1;
    this.handle.title = "Drag to another component to connect";
    this.handle.setAttribute("aria-label", "Connect from this component");
    this.line = page.createElementNS("http://www.w3.org/2000/svg", "svg");
    this.line.setAttribute("class", "diagram-rubber");
    this.line.setAttribute("aria-hidden", "true");
    this.line.append(page.createElementNS("http://www.w3.org/2000/svg", "line"));
    host.append(this.line, this.handle);
    if (!diagram.options.canEdit) return;
    cy.on("mouseover", "node", event => this.hover(event.target as NodeSingular));
    cy.on("select", "node", event => this.hover(event.target as NodeSingular));
    cy.on("viewport drag remove", () => { this.handle.hidden = true; });
    cy.on("tap", "node", event => this.pick(event.target as NodeSingular));
    cy.on("mousemove", event => { if (this.mode && this.source) this.stretch(event.renderedPosition); });
    this.handle.addEventListener("pointerdown", event => this.pull(event));
    this.handle.addEventListener("pointermove", event => { if (event.pointerId === this.pointer) this.drawTo(event); });
    this.handle.addEventListener("pointerup", event => this.letGo(event));
    this.handle.addEventListener("pointercancel", () => this.reset());
  }

  get isOn(): boolean { return this.mode; }

  start(from: string | null = null): void {
    if (!this.diagram.options.canEdit) return;
    this.mode = true;
    this.diagram.host.classList.add("is-connecting");
    const node = from ? this.diagram.cy.getElementById(from) : this.diagram.cy.collection();
    if (from && node.nonempty() && this.canStart(node as NodeSingular)) this.mark(node as NodeSingular);
    this.changed(true, this.source?.id() ?? null);
  }

  /** True where there was something to give up. */
  cancel(): boolean {
    const was = this.mode || this.source !== null;
    this.reset();
    return was;
  }

  private hover(node: NodeSingular): void {
    if (this.mode || this.pointer >= 0 || !this.canStart(node)) return;
    this.hovered = node;
    const at = node.renderedPosition();
    this.handle.style.left = `${at.x + node.renderedOuterWidth() / 2 - 2}px`;
    this.handle.style.top = `${at.y - 12}px`;
    this.handle.hidden = node.renderedOuterHeight() < 18;
  }

  private pull(event: PointerEvent): void {
    if (!this.hovered || event.button !== 0) return;
    event.preventDefault();
    this.pointer = event.pointerId;
    this.handle.setPointerCapture(event.pointerId);
    this.mark(this.hovered);
  }

  private drawTo(event: PointerEvent): void {
    const box = this.diagram.host.getBoundingClientRect();
    this.stretch({ x: event.clientX - box.left, y: event.clientY - box.top });
  }

  private letGo(event: PointerEvent): void {
    if (event.pointerId !== this.pointer) return;
    const box = this.diagram.host.getBoundingClientRect();
    const source = this.source, target = this.nodeAt(event.clientX - box.left, event.clientY - box.top);
    const clicked = target === null && this.hovered === source && event.timeStamp > 0 && this.line.style.display !== "block";
    this.reset();
    if (clicked && source) this.start(source.id()); else if (source && target) this.join(source, target);
  }

  private pick(node: NodeSingular): void {
    if (!this.mode || !(this.source ? this.canEnd(node) : this.canStart(node))) return;
    if (!this.source) { this.mark(node); this.changed(true, node.id()); return; }
    const source = this.source;
    this.reset();
    this.join(source, node);
  }

  private join(source: NodeSingular, target: NodeSingular): void {
    if (source.id() !== target.id()) void this.diagram.link.connect(source.id(), target.id());
  }

  private mark(node: NodeSingular): void {
    this.source = node;
    node.addClass("target");
  }

  /** A flow starts at a component; a line from a threat actor says where the actor starts. */
  private canStart(node: NodeSingular): boolean {
    return this.canEnd(node) || this.diagram.model.actors.has(node.id());
  }

  private canEnd(node: NodeSingular): boolean {
    return this.diagram.model.components.has(node.id());
  }

  private nodeAt(x: number, y: number): NodeSingular | null {
    const { cy } = this.diagram, pan = cy.pan(), zoom = cy.zoom(), at = { x: (x - pan.x) / zoom, y: (y - pan.y) / zoom };
    const hit = cy.nodes().filter(node => this.canEnd(node) && Math.abs(node.position().x - at.x) <= node.outerWidth() / 2 && Math.abs(node.position().y - at.y) <= node.outerHeight() / 2);
    return hit.nonempty() ? hit[hit.length - 1] as NodeSingular : null;
  }

  private stretch(to: { x: number; y: number }): void {
    const line = this.line.firstElementChild!, from = this.source!.renderedPosition();
    this.line.style.display = "block";
    for (const [name, value] of Object.entries({ x1: from.x, y1: from.y, x2: to.x, y2: to.y })) line.setAttribute(name, String(value));
  }

  private reset(): void {
    this.source?.removeClass("target");
    this.source = null;
    this.pointer = -1;
    this.line.style.display = "none";
    this.handle.hidden = true;
    this.diagram.host.classList.remove("is-connecting");
    if (this.mode) { this.mode = false; this.changed(false, null); }
  }
}
