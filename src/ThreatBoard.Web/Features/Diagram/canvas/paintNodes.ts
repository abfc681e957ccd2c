import type { Badge } from "../scene/scene";
import type { ViewNode } from "../scene/view";
import { figure, origin, pill } from "./glyphs";
import { fitText } from "./text";
import { namesFrom, type Sheet } from "./overlay";

/** Names, technologies, marks, badges, and the strokes that make a cylinder, two lines or a figure out of a shape. */
export function paintNodes(sheet: Sheet): void {
  for (const item of sheet.view.nodes.values()) {
    if (item.type === "boundary") continue;
    const node = sheet.cy.getElementById(item.id);
    if (node.empty()) continue;
    const at = node.position();
    const w = item.size.w * sheet.zoom, h = item.size.h * sheet.zoom;
    const x = at.x * sheet.zoom + sheet.pan.x, y = at.y * sheet.zoom + sheet.pan.y;
    if (!onScreen(sheet, x - w / 2, y - h / 2, w, h)) continue;
    sheet.g.globalAlpha = isFaded(node) ? 0.25 : 1;
    sheet.taken.take(x - w / 2, y - h / 2, w, h);
    if (item.type === "actor") paintActor(sheet, item, x, y - h / 2, w, h); else paintComponent(sheet, item, x, y, w, h, node.selected());
    if (item.badge.open > 0 && sheet.zoom >= 0.3) badgePill(sheet, item.badge, x + w / 2 + 6 * sheet.zoom, y - h / 2, Math.min(Math.max(17 * sheet.zoom, 10), 22), "right");
  }
  sheet.g.globalAlpha = 1;
}

/** By a search, or by an overlay that lights others. */
export function isFaded(element: { hasClass(name: string): boolean }): boolean { return element.hasClass("faded") || element.hasClass("dimmed"); }

export function onScreen(sheet: Sheet, x: number, y: number, w: number, h: number): boolean {
  return x + w > -20 && y + h > -20 && x < sheet.width + 20 && y < sheet.height + 20;
}

/** Count and letter of the worst residual risk, so that it can be told without colour. Returns its width. */
export function badgePill(sheet: Sheet, badge: Badge, x: number, y: number, h: number, edge: "left" | "right"): number {
  const { g, tokens } = sheet;
  const text = `${badge.open > 999 ? "999+" : badge.open}${badge.worst ? ` ${badge.worst}` : ""}`;
  const colours = badge.worst ? tokens.risk[badge.worst] : { fill: tokens.muted, ink: tokens.surface };
  if (edge === "right") return pill(g, text, x, y, h, tokens.font, colours.fill, colours.ink);
  g.font = `700 ${h * 0.68}px ${tokens.font}`;
  const width = Math.max(h, g.measureText(text).width + h * 0.7);
  return pill(g, text, x + width, y, h, tokens.font, colours.fill, colours.ink);
}

function paintComponent(sheet: Sheet, item: ViewNode, x: number, y: number, w: number, h: number, selected: boolean): void {
  const { g, tokens, zoom } = sheet;
  if (item.shape === "store" && zoom > 0.25) strokeStore(sheet, x, y, w, h, selected ? tokens.accent : tokens.line);
  if (zoom < namesFrom) return;
  const room = w - 20 * zoom;
  const middle = y + (item.shape === "store" && sheet.notation === "modern" ? 4 * zoom : 0);
  g.textAlign = "center";
  g.textBaseline = "middle";
  g.fillStyle = tokens.ink;
  g.font = `600 ${13 * zoom}px ${tokens.font}`;
  g.fillText(fitText(g, item.name, room), x, middle - (item.second ? 7.5 * zoom : 0));
  if (item.second) {
    g.fillStyle = tokens.muted;
    g.font = `400 ${11 * zoom}px ${tokens.font}`;
    g.fillText(fitText(g, item.second, room), x, middle + 9.5 * zoom);
  }
  if (zoom > 0.7) origin(g, x + w / 2 - (item.shape === "process" && sheet.notation === "classic" ? w / 2 : 11 * zoom), y + h / 2 - 11 * zoom, 9 * zoom, item.derived, tokens.muted);
}

function strokeStore(sheet: Sheet, x: number, y: number, w: number, h: number, colour: string): void {
  const { g, zoom } = sheet;
  g.strokeStyle = colour;
  g.lineWidth = 1.4 * zoom;
  g.setLineDash([]);
  g.beginPath();
  if (sheet.notation === "classic") {
    for (const edge of [y - h / 2, y + h / 2]) { g.moveTo(x - w / 2, edge); g.lineTo(x + w / 2, edge); }
  } else {
    // The front rim of the lid: the mirror of the barrel's upper edge.
    const depth = Math.min(15 * zoom, h * 0.05 + 3 * zoom);
    g.moveTo(x - w / 2, y - h / 2 + depth);
    g.quadraticCurveTo(x, y - h / 2 + depth * 3.1, x + w / 2, y - h / 2 + depth);
  }
  g.stroke();
}

function paintActor(sheet: Sheet, item: ViewNode, x: number, top: number, w: number, h: number): void {
  const { g, tokens, zoom } = sheet;
  figure(g, x, top, h * 0.68, tokens.actor);
  if (zoom < namesFrom) return;
  g.textAlign = "center";
  g.textBaseline = "middle";
  g.fillStyle = tokens.actor;
  g.font = `600 ${11.5 * zoom}px ${tokens.font}`;
  g.fillText(fitText(g, item.name, w + 8 * zoom), x, top + h * 0.88);
}
