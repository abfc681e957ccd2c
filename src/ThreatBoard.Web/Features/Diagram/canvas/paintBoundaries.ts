import type { NodeSingular } from "cytoscape";
import type { ViewNode } from "../scene/view";
import { badgePill, isFaded, onScreen } from "./paintNodes";
import { fitText } from "./text";
import { namesFrom, type Sheet } from "./overlay";

/** Name and kind at the top left inside; zoomed out, names keep a readable size and the worst badge stands beside them. */
export function paintBoundaries(sheet: Sheet): void {
  const boundaries = [...sheet.view.nodes.values()].filter(node => node.type === "boundary").sort((a, b) => a.depth - b.depth);
  for (const boundary of boundaries) {
    const node = sheet.cy.getElementById(boundary.id);
    if (node.empty()) continue;
    const box = boxOf(sheet, node);
    if (!onScreen(sheet, box.x, box.y, box.w, box.h) || box.w < 34 || box.h < 14) continue;
    sheet.g.globalAlpha = isFaded(node) ? 0.3 : 1;
    if (boundary.hidden === null) paintHeader(sheet, boundary, box); else paintCollapsed(sheet, boundary, box);
  }
  sheet.g.globalAlpha = 1;
}

interface Box { x: number; y: number; w: number; h: number }

function boxOf(sheet: Sheet, node: NodeSingular): Box {
  const at = node.position(), w = node.outerWidth() * sheet.zoom, h = node.outerHeight() * sheet.zoom;
  return { x: at.x * sheet.zoom + sheet.pan.x - w / 2, y: at.y * sheet.zoom + sheet.pan.y - h / 2, w, h };
}

function paintHeader(sheet: Sheet, boundary: ViewNode, box: Box): void {
  const { g, tokens, zoom } = sheet;
  const far = zoom < namesFrom;
  const size = far ? Math.max(10.5, (sheet.width < 600 ? 12 : 15) - boundary.depth * 1.3) : Math.min(Math.max(12.5 * zoom, 9.5), 17);
  // Stays in view while its boundary does.
  const x = Math.max(box.x, 0) + size * 0.6, y = Math.max(box.y, 0) + size * 0.35;
  const room = Math.min(box.x + box.w, sheet.width) - x - size * 0.5;
  const badge = far && boundary.badge.open > 0;
  if (room < size * 2.4 || !sheet.taken.take(x, y, Math.min(room, boundary.name.length * size * 0.62 + (badge ? size * 3 : 0)), size * 1.2)) {
    if (badge && box.w > 26) badgeAlone(sheet, boundary, box);
    return;
  }
  let right = x;
  if (badge) right += badgePill(sheet, boundary.badge, x, y + size * 0.66, size * 1.15, "left") + size * 0.4;
  g.textAlign = "left";
  g.textBaseline = "top";
  g.font = `650 ${size}px ${tokens.font}`;
  g.fillStyle = tokens.boundary[boundary.shape as keyof typeof tokens.boundary] ?? tokens.ink;
  const name = fitText(g, boundary.name, room - (right - x));
  if (far) {
    // Lines and boxes run below it: a halo keeps the name readable.
    g.strokeStyle = tokens.canvas;
    g.lineWidth = 3;
    g.lineJoin = "round";
    g.setLineDash([]);
    g.strokeText(name, right, y);
  }
  g.fillText(name, right, y);
  right += g.measureText(name).width + size * 0.5;
  if (far) return;
  g.font = `400 ${size * 0.86}px ${tokens.font}`;
  g.fillStyle = tokens.muted;
  const kind = fitText(g, `${boundary.second}${boundary.derived ? "" : " · drawn"}`, x + room - right);
  g.fillText(kind, right, y + size * 0.1);
}

function badgeAlone(sheet: Sheet, boundary: ViewNode, box: Box): void {
  if (sheet.taken.take(box.x + 2, box.y + 2, 24, 12)) badgePill(sheet, boundary.badge, box.x + 3, box.y + 8, 11, "left");
}

/** A closed boundary reads like one thing: its name, what it hides, its worst badge. */
function paintCollapsed(sheet: Sheet, boundary: ViewNode, box: Box): void {
  const { g, tokens } = sheet;
  const size = Math.min(Math.max(13 * sheet.zoom, 9), 18);
  g.textAlign = "center";
  g.textBaseline = "middle";
  g.font = `650 ${size}px ${tokens.font}`;
  g.fillStyle = tokens.ink;
  const middle = box.x + box.w / 2;
  const narrow = box.h < size * 2.6;
  g.fillText(fitText(g, boundary.name, box.w - 10), middle, box.y + box.h / 2 - (narrow ? 0 : size * 0.6));
  if (!narrow) {
    g.font = `400 ${size * 0.85}px ${tokens.font}`;
    g.fillStyle = tokens.muted;
    const count = boundary.hidden === 1 ? "1 component" : `${boundary.hidden} components`;
    g.fillText(fitText(g, `${boundary.second} · ${count}`, box.w - 10), middle, box.y + box.h / 2 + size * 0.65);
  }
  if (boundary.badge.open > 0) badgePill(sheet, boundary.badge, box.x + box.w + 6, box.y, Math.max(size * 1.3, 13), "right");
  sheet.taken.take(box.x, box.y, box.w, box.h);
}
