import type { EdgeSingular } from "cytoscape";
import { curve, type Point } from "../canvas/geometry";
import type { Sheet } from "../canvas/overlay";
import { along } from "../canvas/paintFlows";
import { onScreen } from "../canvas/paintNodes";
import type { ShownOverlay } from "./shown";

const signs = { denied: "✕", unclear: "?", allowed: "+", cut: "✕" } as const;
const labelsFrom = 0.5;
const extraShares = [0.5, 0.36, 0.64, 0.22, 0.78];

/** A sign on every line that is denied, unclear or extra, so that none is told by colour alone; and what an extra line allows. */
export function paintStandings(sheet: Sheet, { standings, extras }: ShownOverlay): void {
  keepComponentsClear(sheet);
  for (const [id, standing] of standings) {
    if (standing !== "denied" && standing !== "unclear") continue;
    const at = freeOn(sheet, id, [0.3, 0.2, 0.7, 0.8]);
    if (at) sign(sheet, signs[standing], standing === "denied" ? sheet.tokens.change.removed : sheet.tokens.flow.unknown, at);
  }
  for (const extra of extras) {
    const colour = { step: sheet.tokens.accent, allowed: sheet.tokens.allowed, cut: sheet.tokens.change.removed }[extra.kind];
    if (extra.kind === "allowed" && extra.label && sheet.zoom >= labelsFrom && extraShares.some(share => { const at = placeOn(sheet, extra.id, share); return at && label(sheet, extra.label, colour, at); })) continue;
    const at = freeOn(sheet, extra.id, extraShares);
    if (at) sign(sheet, extra.kind === "step" ? extra.label : signs[extra.kind], colour, at);
  }
}

/** Lines may run below a component, but no sign stands on its name. */
function keepComponentsClear({ cy, view, taken, zoom, pan, width, height }: Sheet): void {
  for (const item of view.nodes.values()) {
    if (item.type !== "component") continue;
    const node = cy.getElementById(item.id), at = node.position(), w = node.width() * zoom, h = node.height() * zoom;
    const x = at.x * zoom + pan.x - w / 2, y = at.y * zoom + pan.y - h / 2;
    if (x < width && y < height && x + w > 0 && y + h > 0) taken.keep(x, y, w, h);
  }
}

/** The first place along the line on which nothing is written; the first of all where everything is. */
function freeOn(sheet: Sheet, id: string, shares: readonly number[]): Point | null {
  const r = radius(sheet), places = shares.map(share => placeOn(sheet, id, share)).filter(at => at !== null);
  return places.find(at => sheet.taken.take(at.x - r, at.y - r, 2 * r, 2 * r)) ?? places[0] ?? null;
}

function radius({ zoom }: Sheet): number { return Math.min(Math.max(8 * zoom, 6), 11); }

function placeOn(sheet: Sheet, id: string, share: number): Point | null {
  const edge = sheet.cy.getElementById(id) as unknown as EdgeSingular;
  if (edge.empty()) return null;
  const from = edge.sourceEndpoint(), to = edge.targetEndpoint();
  if (!from || !to || Number.isNaN(from.x) || Number.isNaN(to.x)) return null;
  const bend = edge.hasClass("bent") ? edge.controlPoints()?.[0] : undefined;
  const at = along(bend ? curve(from, bend, to) : [from, to], share);
  const place = { x: at.x * sheet.zoom + sheet.pan.x, y: at.y * sheet.zoom + sheet.pan.y };
  return onScreen(sheet, place.x, place.y, 1, 1) ? place : null;
}

function sign(sheet: Sheet, text: string, colour: string, { x, y }: Point): void {
  const { g, tokens } = sheet, r = radius(sheet);
  g.setLineDash([]);
  g.fillStyle = colour;
  g.strokeStyle = tokens.surface;
  g.lineWidth = 1.5;
  g.beginPath();
  g.arc(x, y, r, 0, Math.PI * 2);
  g.fill();
  g.stroke();
  g.fillStyle = tokens.surface;
  g.textAlign = "center";
  g.textBaseline = "middle";
  g.font = `700 ${r * 1.35}px ${tokens.font}`;
  g.fillText(text, x, y + r * 0.08);
}

/** False where something is written there already. */
function label(sheet: Sheet, text: string, colour: string, { x, y }: Point): boolean {
  const { g, tokens, zoom } = sheet, size = Math.min(10.5 * zoom, 13);
  g.font = `600 ${size}px ${tokens.font}`;
  const w = g.measureText(text).width + size * 0.9, h = size * 1.5;
  if (!sheet.taken.take(x - w / 2, y - h / 2, w, h)) return false;
  g.setLineDash([]);
  g.fillStyle = tokens.canvas;
  g.strokeStyle = colour;
  g.lineWidth = 1;
  g.beginPath();
  g.roundRect(x - w / 2, y - h / 2, w, h, h * 0.3);
  g.fill();
  g.stroke();
  g.fillStyle = colour;
  g.textAlign = "center";
  g.textBaseline = "middle";
  g.fillText(text, x, y + size * 0.05);
  return true;
}
