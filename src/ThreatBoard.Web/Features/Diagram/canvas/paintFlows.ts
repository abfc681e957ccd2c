import type { EdgeSingular } from "cytoscape";
import type { ViewEdge } from "../scene/view";
import { crossingsOf, curve, type Point } from "./geometry";
import { lock } from "./glyphs";
import { badgePill, isFaded, onScreen } from "./paintNodes";
import type { Sheet } from "./overlay";

const chipsFrom = 0.55, ticksFrom = 0.4;

/** The label with its lock where encrypted, the badge, and a tick on every boundary that the flow crosses. */
export function paintFlows(sheet: Sheet): void {
  if (sheet.zoom < ticksFrom) return;
  const labelled: { flow: ViewEdge; path: Point[]; alpha: number }[] = [];
  for (const flow of sheet.view.edges.values()) {
    if (flow.type === "start") continue;
    const edge = sheet.cy.getElementById(flow.id) as unknown as EdgeSingular;
    if (edge.empty()) continue;
    const path = pathOf(sheet, edge);
    if (!path) continue;
    const xs = path.map(p => p.x), ys = path.map(p => p.y);
    const left = Math.min(...xs), top = Math.min(...ys);
    if (!onScreen(sheet, left, top, Math.max(...xs) - left, Math.max(...ys) - top)) continue;
    const alpha = isFaded(edge) ? 0.25 : 1;
    sheet.g.globalAlpha = alpha;
    paintTicks(sheet, flow, path);
    labelled.push({ flow, path, alpha });
  }
  if (sheet.zoom >= chipsFrom)
    for (const { flow, path, alpha } of labelled) {
      sheet.g.globalAlpha = alpha;
      paintChip(sheet, flow, path);
    }
  sheet.g.globalAlpha = 1;
}

/** The line as drawn, in screen pixels. */
function pathOf(sheet: Sheet, edge: EdgeSingular): Point[] | null {
  const from = edge.sourceEndpoint(), to = edge.targetEndpoint();
  if (!from || !to || Number.isNaN(from.x) || Number.isNaN(to.x)) return null;
  const control = edge.hasClass("bent") ? edge.controlPoints()?.[0] : undefined;
  const points = control ? curve(from, control, to) : edge.hasClass("loop") ? loop(from, edge, to) : [from, to];
  return points.map(p => ({ x: p.x * sheet.zoom + sheet.pan.x, y: p.y * sheet.zoom + sheet.pan.y }));
}

function loop(from: Point, edge: EdgeSingular, to: Point): Point[] {
  return [from, edge.midpoint(), to];
}

function paintTicks(sheet: Sheet, flow: ViewEdge, path: readonly Point[]): void {
  const { g, tokens, zoom } = sheet;
  for (const id of flow.crosses) {
    const boundary = sheet.cy.getElementById(id);
    if (boundary.empty()) continue;
    const at = boundary.position(), w = boundary.outerWidth() / 2, h = boundary.outerHeight() / 2;
    const rect = { x1: (at.x - w) * zoom + sheet.pan.x, x2: (at.x + w) * zoom + sheet.pan.x, y1: (at.y - h) * zoom + sheet.pan.y, y2: (at.y + h) * zoom + sheet.pan.y };
    for (const { at: hit, along } of crossingsOf(path, rect)) {
      const reach = 7 * Math.min(zoom, 1.4);
      g.setLineDash([]);
      g.strokeStyle = tokens.crossing;
      g.lineWidth = 2.4 * Math.min(zoom, 1.4);
      g.beginPath();
      g.moveTo(hit.x - along.y * reach, hit.y + along.x * reach);
      g.lineTo(hit.x + along.y * reach, hit.y - along.x * reach);
      g.stroke();
    }
  }
}

function paintChip(sheet: Sheet, flow: ViewEdge, path: readonly Point[]): void {
  const { g, tokens, zoom } = sheet;
  const size = Math.min(11 * zoom, 14), locked = flow.encryption === "tls" || flow.encryption === "mtls";
  if (!flow.label && !locked && flow.badge.open === 0) return;
  g.font = `500 ${size}px ${tokens.font}`;
  const text = g.measureText(flow.label).width, marks = locked ? size : 0;
  const w = text + marks + size * 0.8, h = size * 1.5;
  const place = freeSpot(sheet, path, w + (flow.badge.open > 0 ? size * 4 : 0), h);
  if (!place) return;
  g.fillStyle = tokens.canvas;
  g.strokeStyle = tokens.flow[flow.encryption];
  g.lineWidth = 0.8;
  g.setLineDash([]);
  g.beginPath();
  g.roundRect(place.x - w / 2, place.y - h / 2, w, h, h * 0.3);
  g.fill();
  g.stroke();
  if (locked) lock(g, place.x - w / 2 + size * 0.35, place.y, size * 0.95, tokens.flow[flow.encryption]);
  g.fillStyle = tokens.ink;
  g.textAlign = "left";
  g.textBaseline = "middle";
  g.font = `500 ${size}px ${tokens.font}`;
  g.fillText(flow.label, place.x - w / 2 + size * 0.4 + marks, place.y + size * 0.05);
  if (flow.badge.open > 0) badgePill(sheet, flow.badge, place.x + w / 2 - 2, place.y, Math.max(size * 1.25, 11), "left");
}

/** The middle of the line, or a little beside it along the line where something is written already. */
function freeSpot(sheet: Sheet, path: readonly Point[], w: number, h: number): Point | null {
  for (const share of [0.5, 0.38, 0.62, 0.27, 0.73]) {
    const at = along(path, share);
    if (onScreen(sheet, at.x - w / 2, at.y - h / 2, w, h) && sheet.taken.take(at.x - w / 2, at.y - h / 2, w, h)) return at;
  }
  return null;
}

export function along(path: readonly Point[], share: number): Point {
  const lengths = path.slice(1).map((p, i) => Math.hypot(p.x - path[i]!.x, p.y - path[i]!.y));
  let rest = lengths.reduce((sum, length) => sum + length, 0) * share;
  for (let i = 0; i < lengths.length; i++) {
    const length = lengths[i]!, a = path[i]!, b = path[i + 1]!;
    if (rest <= length && length > 0) return { x: a.x + (b.x - a.x) * rest / length, y: a.y + (b.y - a.y) * rest / length };
    rest -= length;
  }
  return path[path.length - 1]!;
}
