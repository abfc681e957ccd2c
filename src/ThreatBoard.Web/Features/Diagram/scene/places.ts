import type { SceneModel } from "./model";
import type { Placement } from "./scene";
import type { View, ViewNode } from "./view";
import { boundaryPadding } from "./sizes";

interface Box { x: number; y: number; w: number; h: number }
interface Packed { w: number; h: number; at: Map<string, { x: number; y: number }> }

const gap = 36;

/** An actor stands where it starts: a place farther away than this is one from before it started there. */
const nearStart = 500;

/** Where every visible leaf goes: its saved place, or a free one beside its siblings, found without waiting for a layout. */
export function placesOf(model: SceneModel, view: View): Map<string, { x: number; y: number }> {
  const places = new Map<string, { x: number; y: number }>();
  const missing: ViewNode[] = [];
  for (const node of view.nodes.values()) {
    if (!node.leaf) continue;
    const saved = node.hidden === null ? savedPlace(model, node.id) : middleOf(model, node.id);
    if (saved) places.set(node.id, { x: saved.x, y: saved.y }); else missing.push(node);
  }
  if (missing.length === 0) return places;
  if (places.size === 0) return packAll(view);
  for (const node of missing) places.set(node.id, freePlace(node, view, places));
  return places;
}

/** How much of the picture nobody has placed yet, 0 to 1. */
export function unplacedShare(model: SceneModel): number {
  const leaves = [...model.components.keys()];
  return leaves.length === 0 ? 0 : leaves.filter(id => !model.placements.has(id)).length / leaves.length;
}

function savedPlace(model: SceneModel, id: string): Placement | undefined {
  const saved = model.placements.get(id);
  const start = model.placements.get(model.actors.get(id)?.startsAt ?? "");
  return saved && start && Math.hypot(saved.x - start.x, saved.y - start.y) > nearStart ? undefined : saved;
}

function middleOf(model: SceneModel, boundary: string): { x: number; y: number } | undefined {
  const own = model.placements.get(boundary);
  const inside: Placement[] = [];
  for (const placement of model.placements.values())
    if (placement.id !== boundary && !model.actors.has(placement.id) && model.around(placement.id).includes(boundary)) inside.push(placement);
  if (inside.length === 0) return own;
  const xs = inside.map(p => p.x), ys = inside.map(p => p.y);
  return { x: Math.round((Math.min(...xs) + Math.max(...xs)) / 2), y: Math.round((Math.min(...ys) + Math.max(...ys)) / 2) };
}

/** Beside the nearest of what is already placed under the same parent, else right of everything. */
function freePlace(node: ViewNode, view: View, places: Map<string, { x: number; y: number }>): { x: number; y: number } {
  const boxes: Box[] = [], siblings: Box[] = [];
  for (const [id, at] of places) {
    const other = view.nodes.get(id);
    if (!other) continue;
    const box = { x: at.x, y: at.y, w: other.size.w, h: other.size.h };
    boxes.push(box);
    if (other.parent === node.parent) siblings.push(box);
  }
  const near = siblings.length > 0 ? siblings : boxes;
  const left = Math.min(...near.map(b => b.x - b.w / 2)), bottom = Math.max(...near.map(b => b.y + b.h / 2));
  const right = Math.max(...boxes.map(b => b.x + b.w / 2));
  if (node.parent && siblings.length === 0) return { x: right + gap + boundaryPadding + node.size.w / 2, y: near[0]?.y ?? 0 };
  const at = { x: left + node.size.w / 2, y: bottom + gap / 2 + node.size.h / 2 };
  for (let tries = 0; tries < 50 && boxes.some(box => overlaps(box, at, node)); tries++) at.x += gap;
  return { x: Math.round(at.x), y: Math.round(at.y) };
}

function overlaps(box: Box, at: { x: number; y: number }, node: ViewNode): boolean {
  return Math.abs(box.x - at.x) < (box.w + node.size.w) / 2 + 8 && Math.abs(box.y - at.y) < (box.h + node.size.h) / 2 + 8;
}

/** Nested rows, each boundary as square as its content allows. */
function packAll(view: View): Map<string, { x: number; y: number }> {
  const children = new Map<string | null, ViewNode[]>();
  for (const node of view.nodes.values()) {
    const list = children.get(node.parent);
    if (list) list.push(node); else children.set(node.parent, [node]);
  }
  return pack(children.get(null) ?? [], children).at;
}

function pack(nodes: readonly ViewNode[], children: Map<string | null, ViewNode[]>): Packed {
  const items = nodes.map(node => ({ node, box: boxOf(node, children) }));
  const area = items.reduce((sum, { box }) => sum + (box.w + gap) * (box.h + gap), 0);
  const limit = Math.max(Math.sqrt(area) * 1.35, ...items.map(({ box }) => box.w));
  const at = new Map<string, { x: number; y: number }>();
  let x = 0, y = 0, row = 0, width = 0;
  for (const { node, box } of items) {
    if (x > 0 && x + box.w > limit) { x = 0; y += row + gap; row = 0; }
    if (box.at.size === 0) at.set(node.id, { x: Math.round(x + box.w / 2), y: Math.round(y + box.h / 2) });
    for (const [id, inner] of box.at) at.set(id, { x: Math.round(x + boundaryPadding + inner.x), y: Math.round(y + boundaryPadding + inner.y) });
    x += box.w + gap;
    row = Math.max(row, box.h);
    width = Math.max(width, x - gap);
  }
  return { w: width, h: y + row, at };
}

function boxOf(node: ViewNode, children: Map<string | null, ViewNode[]>): Packed {
  if (node.leaf) return { ...node.size, at: new Map() };
  const inner = pack(children.get(node.id) ?? [], children);
  return { w: inner.w + 2 * boundaryPadding, h: inner.h + 2 * boundaryPadding, at: inner.at };
}
