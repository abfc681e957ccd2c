import type { Core } from "cytoscape";
import { Camera, type Viewpoint } from "./canvas/camera";
import { coreOf } from "./canvas/core";
import { elementsOf, reconcile } from "./canvas/elements";
import { Overlay } from "./canvas/overlay";
import type { PersonMark } from "./canvas/paintPeople";
import { stylesheet } from "./canvas/stylesheet";
import { forgetWidths } from "./canvas/text";
import { readTokens, watchTheme, type Tokens } from "./canvas/tokens";
import { Layout } from "./layout";
import type { Link, Ref } from "./link";
import { Memory } from "./memory";
import type { SceneOverlay } from "./overlaid/overlay";
import { layOver } from "./overlaid/shown";
import { takeDetours } from "./scene/detours";
import { SceneModel } from "./scene/model";
import { placesOf, unplacedShare } from "./scene/places";
import type { DiagramScene, Placement, SceneDelta } from "./scene/scene";
import type { Notation } from "./scene/sizes";
import { viewOf, type View } from "./scene/view";

export interface DiagramOptions {
  canEdit: boolean;
  notation: Notation;
  /** Collapsed boundaries and the like are remembered under this name for the session. */
  memory: string;
  view?: Viewpoint | null;
  selected?: string[];
}

/** Whether everything is to be seen once places have changed. */
type Refit = "always" | "if untouched" | "never";

/** One drawn diagram: the scene that it holds, the graph that shows it, and what is local to this browser. */
export class Diagram {
  readonly cy: Core;
  model = new SceneModel();
  view: View = { nodes: new Map(), edges: new Map() };
  readonly collapsed = new Set<string>();
  readonly opened = new Set<string>();
  /** Elements whose places are on their way to the server: what comes from there meanwhile does not move them. */
  readonly held = new Set<string>();
  private readonly awaited = new Map<string, (() => void)[]>();
  private laid: SceneOverlay | null = null;
  private tokens: Tokens;
  private notation: Notation;
  readonly camera: Camera;
  readonly overlay: Overlay;
  private readonly memory: Memory;
  private readonly layout = new Layout();
  private readonly unwatch: () => void;
  private readonly resize: ResizeObserver;

  constructor(readonly host: HTMLElement, scene: DiagramScene, readonly link: Link, readonly options: DiagramOptions) {
    this.model = SceneModel.of(scene);
    this.notation = options.notation;
    this.tokens = readTokens(host);
    this.memory = new Memory(options.memory);
    for (const id of this.memory.recall()) if (this.model.boundaries.has(id)) this.collapsed.add(id);
    const places = this.look();
    this.cy = coreOf(host, stylesheet(this.tokens, this.notation), elementsOf(this.view, places), this.view.nodes.size, options.canEdit);
    this.overlay = new Overlay(this.cy, host, () => ({ view: this.view, tokens: this.tokens, notation: this.notation }));
    this.unwatch = watchTheme(host, () => this.followTheme());
    this.resize = new ResizeObserver(() => this.resized());
    this.resize.observe(host);
    this.camera = new Camera(this.cy, options.view);
    this.select(options.selected ?? []);
    // Names were measured in another font if ours was still on its way.
    void host.ownerDocument.fonts.ready.then(() => { if (!this.cy.destroyed()) { forgetWidths(); this.overlay.refresh(); } });
    if (unplacedShare(this.model) > 0.5) void this.arrange("if untouched");
  }

  /** Nothing jumps because the details opened beside the diagram: what is selected only has to stay in sight. */
  private resized(): void {
    this.cy.resize();
    const chosen = this.cy.elements(":selected");
    if (chosen.length === 1) this.reveal(chosen[0]!.id(), "if hidden"); else if (chosen.empty()) this.camera.fitIfUntouched();
  }

  dispose(): void {
    this.unwatch();
    this.resize.disconnect();
    this.layout.dispose();
    this.overlay.dispose();
    this.cy.destroy();
  }

  /** False: the scene has to be fetched again. */
  apply(delta: SceneDelta): boolean {
    if (!this.model.apply(delta)) return false;
    this.show();
    return true;
  }

  replace(scene: DiagramScene): void {
    this.model = SceneModel.of(scene);
    this.show();
  }

  /** Derives the picture from the scene again and draws what differs. */
  show(): void {
    const places = this.look();
    reconcile(this.cy, this.view, places, this.held);
    if (this.laid) this.overlay.laidOver = layOver(this, this.laid);
    this.overlay.refresh();
    for (const [id, waiting] of this.awaited) if (this.model.find(id)) { this.awaited.delete(id); for (const resolve of waiting) resolve(); }
  }

  /** Selection that comes from elsewhere: a table, the panel, the address. */
  select(ids: readonly string[]): void {
    const drawn = ids.map(id => this.shownFor(id));
    if (drawn.length === this.cy.elements(":selected").length && drawn.every(id => this.cy.getElementById(id).selected())) return;
    this.cy.batch(() => {
      this.cy.elements(":selected").unselect();
      for (const id of drawn) this.cy.getElementById(id).select();
    });
  }

  /** What others have chosen. */
  showPeople(marks: readonly PersonMark[]): void {
    this.host.dataset.people = marks.map(mark => `${mark.id} ${mark.name}`).join(";");
    this.overlay.people = { marks, drawnFor: id => this.shownFor(id) };
    this.overlay.refresh();
  }

  /** Lays what the server reckoned over the picture, in place of what lay there; null takes it away. */
  layOver(overlay: SceneOverlay | null): void {
    this.laid = overlay;
    this.overlay.laidOver = layOver(this, overlay);
    this.overlay.refresh();
  }

  /** Resolves once the element is in the scene. */
  arrival(id: string): Promise<void> {
    if (this.model.find(id)) return Promise.resolve();
    return new Promise(resolve => { const list = this.awaited.get(id); if (list) list.push(resolve); else this.awaited.set(id, [resolve]); });
  }

  /** Moves the view so that the element can be seen; opens what hides it. */
  reveal(id: string, when: "always" | "if hidden" = "always"): void {
    const closed = this.model.around(id).filter(around => this.collapsed.has(around));
    if (closed.length > 0) { for (const boundary of closed) this.collapsed.delete(boundary); this.memory.keep(this.collapsed); this.show(); }
    const element = this.cy.getElementById(this.shownFor(id));
    if (element.nonempty()) this.camera.center(element, when);
  }

  selection(): Ref[] {
    return this.cy.elements(":selected").map(element => element.id()).flatMap(id => this.refsOf(id));
  }

  /** The elements of the model behind a drawn thing: a bundle stands for several flows. */
  refsOf(id: string): Ref[] {
    const edge = this.view.edges.get(id);
    if (edge) return edge.flows.map(flow => ({ kind: "flow", id: flow }));
    const kind = this.model.kindOf(id);
    return kind ? [{ kind, id }] : [];
  }

  setNotation(notation: Notation): void {
    this.notation = notation;
    this.restyle();
    this.show();
  }

  toggle(boundary: string): void {
    if (!this.collapsed.delete(boundary)) this.collapsed.add(boundary);
    this.memory.keep(this.collapsed); this.show();
  }

  toggleAll(close: boolean): void {
    this.collapsed.clear();
    if (close) for (const node of this.model.components.values()) if (node.parent) this.collapsed.add(node.parent);
    this.memory.keep(this.collapsed);
    this.show();
    this.camera.fit();
  }

  toggleBundle(id: string): void {
    const key = id.replace(/^bundle:/, "");
    if (!this.opened.delete(key)) this.opened.add(key);
    this.show();
  }

  /** Lays everything out anew, at most 200 ms of movement, and sends it as one change. */
  async arrange(refit: Refit = "always"): Promise<void> {
    this.host.ariaBusy = "true";
    try {
      const placements = await this.layout.arrange(viewOf(this.model, { ...this.state(), collapsed: new Set() }));
      if (!this.cy.destroyed()) await this.place("layout", placements, refit);
    } finally {
      this.host.ariaBusy = null;
    }
  }

  /** Draws places at once, then saves them; what the server refuses goes back to where it was. */
  async place(why: "move" | "layout", placements: readonly Placement[], refit: Refit = "never"): Promise<void> {
    const before = placements.map(({ id }) => [id, this.model.placements.get(id)] as const);
    for (const placement of placements) { this.model.placements.set(placement.id, placement); this.held.add(placement.id); }
    const moved = refit === "never" ? this.show() : this.moveTo(placements, refit);
    const taken = !this.options.canEdit || await this.link.place(why, placements);
    for (const { id } of placements) this.held.delete(id);
    await moved;
    if (taken || this.cy.destroyed()) return;
    for (const [id, old] of before) if (old) this.model.placements.set(id, old); else this.model.placements.delete(id);
    this.show();
  }

  private async moveTo(placements: readonly Placement[], refit: Refit): Promise<void> {
    const settle = () => { this.show(); if (refit === "always") this.camera.fit(); else this.camera.fitIfUntouched(); };
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || placements.length > 120;
    if (calm) { this.held.clear(); settle(); return; }
    const places = placesOf(this.model, this.view);
    for (const [id, position] of places) this.cy.getElementById(id).animate({ position, duration: 160, easing: "ease-out" });
    await new Promise(arrived => setTimeout(arrived, 190));
    if (!this.cy.destroyed()) settle();
  }

  /** Whatever changed on the page, only other colours are worth drawing everything again. */
  private followTheme(): void {
    const now = readTokens(this.host);
    if (JSON.stringify(now) === JSON.stringify(this.tokens)) return;
    this.tokens = now;
    this.restyle();
  }

  private restyle(): void {
    this.cy.style(stylesheet(this.tokens, this.notation));
    this.overlay.refresh();
  }

  shownFor(id: string): string {
    const closed = this.model.around(id).filter(around => this.collapsed.has(around)).at(-1);
    if (closed) return closed;
    if (this.view.edges.has(id) || this.view.nodes.has(id)) return id;
    for (const edge of this.view.edges.values()) if (edge.flows.includes(id)) return edge.id;
    return id;
  }

  /** What is to be seen now, and where. */
  private look(): Map<string, { x: number; y: number }> {
    this.view = viewOf(this.model, this.state());
    const places = placesOf(this.model, this.view);
    takeDetours(this.view, places);
    return places;
  }

  private state() { return { collapsed: this.collapsed, opened: this.opened, notation: this.notation }; }
}
