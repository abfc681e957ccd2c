import { curve, type Point } from "../canvas/geometry";
import type { View, ViewEdge } from "./view";

type Places = ReadonlyMap<string, Point>;
interface Box { id: string; x: number; y: number; w: number; h: number }

/** Beyond this a detour costs more time than anybody would see: lines are hair-thin when so much is in view. */
const mostNodes = 120;
const tries = [70, -70, 120, -120, 190, -190, 280, -280, 380, -380, 500, -500];

/** Bends straight lines that would run behind a third element, as little as gets them past it. Changes the view's edges in place. */
export function takeDetours(view: View, places: Places): void {
  if (view.nodes.size > mostNodes) return;
  const boxes: Box[] = [];
  for (const [id, at] of places) {
    const node = view.nodes.get(id);
    if (node) boxes.push({ id, x: at.x, y: at.y, w: node.size.w / 2 + 4, h: node.size.h / 2 + 4 });
  }
  for (const edge of view.edges.values()) {
    if (edge.type === "start" || edge.bend !== 0 || edge.source === edge.target) continue;
    edge.bend = detour(edge, boxes, places);
  }
}

function detour(edge: ViewEdge, boxes: readonly Box[], places: Places): number {
  const from = places.get(edge.source), to = places.get(edge.target);
  if (!from || !to) return 0;
  const others = boxes.filter(box => box.id !== edge.source && box.id !== edge.target && near(from, to, box));
  if (!others.some(box => meets([from, to], box))) return 0;
  const long = Math.hypot(to.x - from.x, to.y - from.y);
  for (const bend of tries) if (Math.abs(bend) < long && !others.some(box => meets(bent(from, to, bend), box))) return bend;
  return 0;
}

/** Whether the widest detour could meet the box at all. */
function near(a: Point, b: Point, box: Box): boolean {
  const reach = Math.abs(tries[tries.length - 1]!) / 2;
  return box.x + box.w > Math.min(a.x, b.x) - reach && box.x - box.w < Math.max(a.x, b.x) + reach
    && box.y + box.h > Math.min(a.y, b.y) - reach && box.y - box.h < Math.max(a.y, b.y) + reach;
}

/** As Cytoscape draws it: the control point lies beside the middle, at right angles to the line. */
function bent(from: Point, to: Point, bend: number): Point[] {
  const dx = to.x - from.x, dy = to.y - from.y, long = Math.hypot(dx, dy) || 1;
  return curve(from, { x: (from.x + to.x) / 2 - dy / long * bend, y: (from.y + to.y) / 2 + dx / long * bend }, to, 12);
}

function meets(path: readonly Point[], box: Box): boolean {
  for (let i = 1; i < path.length; i++) if (pieceMeets(path[i - 1]!, path[i]!, box)) return true;
  return false;
}

/** Clips the piece to the box, one axis after the other. */
function pieceMeets(a: Point, b: Point, box: Box): boolean {
  let enter = 0, leave = 1;
  for (const [start, step, middle, half] of [[a.x, b.x - a.x, box.x, box.w], [a.y, b.y - a.y, box.y, box.h]] as const) {
    if (step === 0) { if (Math.abs(start - middle) > half) return false; continue; }
    const first = (middle - half - start) / step, second = (middle + half - start) / step;
    enter = Math.max(enter, Math.min(first, second));
    leave = Math.min(leave, Math.max(first, second));
    if (enter > leave) return false;
  }
  return true;
}
