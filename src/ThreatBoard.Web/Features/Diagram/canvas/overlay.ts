import type { Core } from "cytoscape";
import type { View } from "../scene/view";
import type { Notation } from "../scene/sizes";
import type { Tokens } from "./tokens";
import { paintBoundaries } from "./paintBoundaries";
import { paintFlows } from "./paintFlows";
import { paintNodes } from "./paintNodes";
import { paintPeople, type PersonMark } from "./paintPeople";
import { Occupancy } from "./occupancy";
import { paintMarks, type Marked } from "../comparison/paintMarks";
import { paintStandings } from "../overlaid/paintStandings";
import type { ShownOverlay } from "../overlaid/shown";

/** What every painter gets: a brush in screen pixels, and how model units become them. */
export interface Sheet {
  g: CanvasRenderingContext2D;
  cy: Core;
  view: View;
  tokens: Tokens;
  notation: Notation;
  zoom: number;
  pan: { x: number; y: number };
  width: number;
  height: number;
  taken: Occupancy;
}

/** Zoom below which names of components give way to names of boundaries. */
export const namesFrom = 0.48;

const settle = 140;

/**
 * Texts, badges and marks on a canvas of their own above Cytoscape's. While the viewport moves, the last picture is moved along as a
 * bitmap; it is drawn again when the movement ends, so panning costs the same at any size.
 */
export class Overlay {
  private readonly canvas: HTMLCanvasElement;
  private readonly g: CanvasRenderingContext2D;
  private drawn = { zoom: NaN, x: 0, y: 0, width: 0, height: 0 };
  private timer = 0;
  private settled = true;
  /** What others have chosen, and what stands for it on the picture. */
  people: { marks: readonly PersonMark[]; drawnFor: (id: string) => string } = { marks: [], drawnFor: id => id };

  /** What differs, on the canvas of a comparison. */
  marked: Marked = { marks: [], drawnFor: id => id };

  /** What an overlay says of lines, and the lines that it adds. */
  laidOver: ShownOverlay = { standings: new Map(), extras: [] };

  constructor(private readonly cy: Core, host: HTMLElement, private readonly look: () => { view: View; tokens: Tokens; notation: Notation }) {
    this.canvas = host.ownerDocument.createElement("canvas");
    this.canvas.className = "diagram-overlay";
    this.canvas.style.cssText = "position:absolute;inset:0;z-index:5;pointer-events:none;transform-origin:0 0";
    this.canvas.setAttribute("aria-hidden", "true");
    host.append(this.canvas);
    this.g = this.canvas.getContext("2d")!;
    cy.on("render", () => this.follow());
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.canvas.remove();
  }

  /** Draws everything again with the next frame of the graph. */
  refresh(): void {
    this.settled = true;
    this.cy.forceRender();
  }

  private follow(): void {
    const zoom = this.cy.zoom(), pan = this.cy.pan();
    const moved = zoom !== this.drawn.zoom || pan.x !== this.drawn.x || pan.y !== this.drawn.y;
    const resized = this.cy.width() !== this.drawn.width || this.cy.height() !== this.drawn.height;
    if (resized || Number.isNaN(this.drawn.zoom) || !moved || this.cy.elements().length < 80) { this.paint(); return; }
    const scale = zoom / this.drawn.zoom;
    this.canvas.style.transform = `translate(${pan.x - this.drawn.x * scale}px,${pan.y - this.drawn.y * scale}px) scale(${scale})`;
    this.settled = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.paint(), settle) as unknown as number;
  }

  private paint(): void {
    clearTimeout(this.timer);
    const { cy, g } = this;
    const width = cy.width(), height = cy.height(), zoom = cy.zoom(), pan = { ...cy.pan() };
    const ratio = Math.min(devicePixelRatio || 1, cy.elements().length > 300 ? 1 : 2);
    const pixels = { w: Math.round(width * ratio), h: Math.round(height * ratio) };
    if (this.canvas.width !== pixels.w || this.canvas.height !== pixels.h) {
      this.canvas.width = pixels.w;
      this.canvas.height = pixels.h;
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    this.canvas.style.transform = "";
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.clearRect(0, 0, width, height);
    const sheet: Sheet = { g, cy, ...this.look(), zoom, pan, width, height, taken: new Occupancy() };
    paintBoundaries(sheet);
    paintNodes(sheet);
    paintFlows(sheet);
    if (this.laidOver.standings.size > 0 || this.laidOver.extras.length > 0) paintStandings(sheet, this.laidOver);
    if (this.marked.marks.length > 0) paintMarks(sheet, this.marked);
    if (this.people.marks.length > 0) this.paintPeople(sheet);
    // scripts/bench reads it.
    if (Number.isNaN(this.drawn.zoom)) performance.mark("diagram-painted");
    this.drawn = { zoom, x: pan.x, y: pan.y, width, height };
    this.settled = true;
  }

  private paintPeople(sheet: Sheet): void {
    const style = getComputedStyle(this.canvas);
    const ink = style.getPropertyValue("--tb-person-ink").trim() || "#ffffff";
    paintPeople(sheet, this.people.marks, this.people.drawnFor, index => ({ fill: style.getPropertyValue(`--tb-person-${index}`).trim() || sheet.tokens.accent, ink }));
  }

  /** False while a moved bitmap stands in for the picture. */
  get isSettled(): boolean { return this.settled; }
}
