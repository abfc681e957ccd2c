export interface Point { x: number; y: number }
export interface Rect { x1: number; y1: number; x2: number; y2: number }

/** Where a line between two points passes the edge of a rectangle, and in which direction it runs there. */
export function crossingsOf(path: readonly Point[], rect: Rect): { at: Point; along: Point }[] {
  const found: { at: Point; along: Point }[] = [];
  for (let i = 1; i < path.length; i++) {
    const a = path[i - 1]!, b = path[i]!;
    const d = { x: b.x - a.x, y: b.y - a.y };
    const length = Math.hypot(d.x, d.y);
    if (length === 0) continue;
    for (const x of [rect.x1, rect.x2]) add((x - a.x) / d.x, t => inside(a.y + t * d.y, rect.y1, rect.y2));
    for (const y of [rect.y1, rect.y2]) add((y - a.y) / d.y, t => inside(a.x + t * d.x, rect.x1, rect.x2));
    function add(t: number, hits: (t: number) => boolean): void {
      if (t >= 0 && t <= 1 && hits(t)) found.push({ at: { x: a.x + t * d.x, y: a.y + t * d.y }, along: { x: d.x / length, y: d.y / length } });
    }
  }
  return found;
}

function inside(value: number, from: number, to: number): boolean {
  return value >= from && value <= to;
}

/** A quadratic curve as a polyline of `steps` pieces. */
export function curve(from: Point, control: Point, to: Point, steps = 10): Point[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps, u = 1 - t;
    return { x: u * u * from.x + 2 * u * t * control.x + t * t * to.x, y: u * u * from.y + 2 * u * t * control.y + t * t * to.y };
  });
}
