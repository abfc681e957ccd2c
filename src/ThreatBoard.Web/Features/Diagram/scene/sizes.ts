import type { BoundaryKind, ComponentKind } from "./scene";

export interface Size { w: number; h: number }

/** How components are drawn: the product's own shapes, or circle, parallel lines and square as taught in courses. */
export type Notation = "modern" | "classic";

/** Space between a boundary's edge and its content; the name stands in it. */
export const boundaryPadding = 30;

/** The size of an element in model units, from its text alone, so that layout, packing and drawing agree. */
export function sizeOf(shape: ComponentKind | "actor" | BoundaryKind, name: string, second: string, notation: Notation): Size {
  switch (shape) {
    case "actor":
      return { w: clamp(name.length * 6.6 + 14, 72, 170), h: 78 };
    case "process":
      return notation === "classic" ? { w: Math.min(textWidth(name, second), 132), h: 82 } : { w: textWidth(name, second), h: 54 };
    case "store":
      return { w: textWidth(name, second), h: notation === "classic" ? 54 : 64 };
    case "external":
      return { w: textWidth(name, second), h: 54 };
    default:
      return { w: clamp(name.length * 7.4 + 60, 150, 240), h: 76 };
  }
}

function textWidth(name: string, second: string): number {
  return clamp(Math.max(name.length * 7.6, second.length * 6.4) + 44, 116, 208);
}

function clamp(value: number, from: number, to: number): number {
  return Math.round(Math.min(Math.max(value, from), to));
}
