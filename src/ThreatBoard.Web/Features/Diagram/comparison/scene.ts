import type { DiagramScene, Placement } from "../scene/scene";

export type MarkKind = "added" | "removed" | "changed" | "moved";

/** What became of one drawn element; `from` is where it stood, where an arrow is to lead from there. */
export interface SceneMark { id: string; kind: MarkKind; from?: Placement | null }

/** The picture of a comparison as the server computes it: the mirror of the C# record `ComparisonScene`. */
export interface ComparisonScene { scene: DiagramScene; marks: SceneMark[] }

/** Every change has a sign, so that none is told by colour alone. */
export const signs: Record<MarkKind, string> = { added: "+", removed: "−", changed: "~", moved: "→" };

/** The class under which an element is drawn; what was only moved looks as it is. */
export function classOf(kind: MarkKind): string | null {
  return kind === "moved" ? null : `is-${kind}`;
}

export const markClasses: readonly string[] = ["is-added", "is-removed", "is-changed"];

/** Which class each drawn thing gets: what stands for several, a bundle or a collapsed boundary, is changed by any of them. */
export function classesOf(marks: readonly SceneMark[], drawnFor: (id: string) => string): Map<string, string> {
  const classes = new Map<string, string>();
  for (const mark of marks) {
    const drawn = drawnFor(mark.id), name = drawn === mark.id ? classOf(mark.kind) : "is-changed";
    if (name && (drawn !== mark.id ? !classes.has(drawn) : true)) classes.set(drawn, name);
  }
  return classes;
}
