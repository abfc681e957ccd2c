import type { EdgeSingular } from "cytoscape";
import { curve } from "../canvas/geometry";
import type { Sheet } from "../canvas/overlay";
import { along } from "../canvas/paintFlows";
import { signs, type MarkKind, type SceneMark } from "./scene";

/** The marks of a comparison, and what stands for an element on the picture. */
export interface Marked { marks: readonly SceneMark[]; drawnFor: (id: string) => string }

/** A sign at each element that differs, and an arrow from where it stood to where it stands. */
export function paintMarks(sheet: Sheet, { marks, drawnFor }: Marked): void {
  const painted = new Set<string>();
  for (const mark of marks) {
    const id = drawnFor(mark.id);
    if (painted.has(id)) continue;
    const kind = id === mark.id ? mark.kind : "changed";
    if (mark.from && id === mark.id) paintArrow(sheet, id, mark.from);
    const at = cornerOf(sheet, id);
    if (!at) continue;
    painted.add(id);
    paintSign(sheet, kind, at.x, at.y);
  }
}

function colourOf({ tokens }: Sheet, kind: MarkKind): string {
  return kind === "moved" ? tokens.accent : tokens.change[kind];
}

function cornerOf(sheet: Sheet, id: string): { x: number; y: number } | null {
  const element = sheet.cy.getElementById(id);
  if (element.empty()) return null;
  if (sheet.view.edges.has(id)) {
    const edge = element as unknown as EdgeSingular, from = edge.sourceEndpoint(), to = edge.targetEndpoint();
    if (!from || !to || Number.isNaN(from.x)) return null;
    // On the curve where the line is bent: its label stands in the middle already.
    const bend = edge.hasClass("bent") ? edge.controlPoints()?.[0] : undefined;
    const at = along(bend ? curve(from, bend, to) : [from, to], 0.3);
    return screen(sheet, at.x, at.y);
  }
  const at = element.position(), w = element.outerWidth() / 2, h = element.outerHeight() / 2;
  return screen(sheet, sheet.view.nodes.get(id)?.type === "boundary" ? at.x + w : at.x - w, at.y - h);
}

function screen(sheet: Sheet, x: number, y: number): { x: number; y: number } {
  return { x: x * sheet.zoom + sheet.pan.x, y: y * sheet.zoom + sheet.pan.y };
}

function paintSign(sheet: Sheet, kind: MarkKind, x: number, y: number): void {
  const { g, tokens } = sheet, r = Math.min(Math.max(9 * sheet.zoom, 7), 12);
  g.setLineDash([]);
  g.fillStyle = colourOf(sheet, kind);
  g.strokeStyle = tokens.surface;
  g.lineWidth = 1.5;
  g.beginPath();
  g.arc(x, y, r, 0, Math.PI * 2);
  g.fill();
  g.stroke();
  g.fillStyle = tokens.surface;
  g.textAlign = "center";
  g.textBaseline = "middle";
  g.font = `700 ${r * 1.5}px ${tokens.font}`;
  g.fillText(signs[kind], x, y + r * 0.08);
}

/** The outline of where it stood, and a line from there to where it stands. */
function paintArrow(sheet: Sheet, id: string, was: { x: number; y: number }): void {
  const node = sheet.view.nodes.get(id), element = sheet.cy.getElementById(id);
  if (!node || element.empty()) return;
  const { g, tokens, zoom } = sheet;
  const from = screen(sheet, was.x, was.y), now = element.position(), to = screen(sheet, now.x, now.y);
  const w = node.size.w * zoom, h = node.size.h * zoom, length = Math.hypot(to.x - from.x, to.y - from.y);
  g.strokeStyle = g.fillStyle = tokens.accent;
  g.lineWidth = 1.5;
  g.setLineDash([4, 4]);
  g.beginPath();
  g.roundRect(from.x - w / 2, from.y - h / 2, w, h, 8 * zoom);
  g.stroke();
  g.setLineDash([]);
  const reach = Math.min(w, h) / 2 + 4;
  if (length < reach + 8) return;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const tip = { x: to.x - along.x * reach, y: to.y - along.y * reach };
  g.lineWidth = 2;
  g.beginPath();
  g.moveTo(from.x, from.y);
  g.lineTo(tip.x, tip.y);
  g.stroke();
  g.beginPath();
  g.moveTo(tip.x, tip.y);
  g.lineTo(tip.x - along.x * 10 - along.y * 5, tip.y - along.y * 10 + along.x * 5);
  g.lineTo(tip.x - along.x * 10 + along.y * 5, tip.y - along.y * 10 - along.x * 5);
  g.closePath();
  g.fill();
}
