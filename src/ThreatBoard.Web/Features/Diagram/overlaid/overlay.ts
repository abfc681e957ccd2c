import type { SceneModel } from "../scene/model";
import type { View, ViewEdge } from "../scene/view";

/** What the policies say of a flow, and who said that it exists. */
export type Standing = "declared" | "derived" | "denied" | "unclear";

/** What an overlay says, as the server computes it: the mirror of the C# record `CanvasOverlay`. */
export interface SceneOverlay {
  /** `flows`, `talk` or `reach`. */
  kind: string;
  /** Whether lines tell standing instead of encryption. */
  standing: boolean;
  /** Flows of the model that the policies deny, or about which they cannot tell. */
  flows: { id: string; standing: "denied" | "unclear" }[];
  /** Lines that are no flows of the model: what is allowed although nobody declared it, a step of a path, or one that a control on trial cuts. */
  edges: ExtraEdge[];
  /** The components that stay lit while everything else fades; null where nothing fades. */
  lit?: string[] | null;
  /** Where it starts. */
  starts?: string[];
}

export type ExtraKind = "allowed" | "step" | "cut";

export interface ExtraEdge { source: string; target: string; label: string; kind: ExtraKind }

/** An extra line between what is drawn now. */
export interface DrawnExtra { id: string; source: string; target: string; label: string; kind: ExtraKind; bend: number }

/** Every class that an overlay gives; taken away where there is none. */
export const overlayClasses: readonly string[] = ["st-declared", "st-derived", "st-denied", "st-unclear", "dimmed", "start-of"];

const weakest: readonly Standing[] = ["denied", "unclear", "declared", "derived"];

/** The standing of each drawn line: of a bundle the worst, and derived only where all in it are. */
export function standingsOf(overlay: SceneOverlay, model: SceneModel, view: View): Map<string, Standing> {
  const told = new Map(overlay.flows.map(flow => [flow.id, flow.standing] as const));
  const standings = new Map<string, Standing>();
  for (const edge of view.edges.values()) if (edge.type !== "start") standings.set(edge.id, ofEdge(edge, model, told));
  return standings;
}

function ofEdge(edge: ViewEdge, model: SceneModel, told: ReadonlyMap<string, Standing>): Standing {
  const all = edge.flows.map(id => told.get(id) ?? (model.flows.get(id)?.derived ? "derived" : "declared"));
  return weakest.find(standing => all.includes(standing)) ?? "declared";
}

/** Extra lines end at what is drawn now, several between the same two things are one, and they bend where a flow runs already. */
export function extrasOf(overlay: SceneOverlay, view: View, drawnFor: (id: string) => string): DrawnExtra[] {
  const drawn = new Map<string, DrawnExtra>(), between = new Set([...view.edges.values()].map(edge => `${edge.source}>${edge.target}`));
  for (const edge of overlay.edges) {
    const source = drawnFor(edge.source), target = drawnFor(edge.target), key = `${source}>${target}`;
    if (source === target || !view.nodes.has(source) || !view.nodes.has(target)) continue;
    const known = drawn.get(key);
    if (known) { if (known.label !== edge.label) known.label = ""; if (edge.kind === "step") known.kind = "step"; continue; }
    drawn.set(key, { id: `overlay:${key}`, source, target, label: edge.label, kind: edge.kind, bend: 0 });
  }
  for (const [key, edge] of drawn) {
    const back = `${edge.target}>${edge.source}`;
    edge.bend = between.has(key) || between.has(back) ? 54 : drawn.has(back) ? 26 : 0;
  }
  return [...drawn.values()];
}

/** Everything that fades: what is neither lit, nor around what is lit, nor a line between two lit things. */
export function fadedOf(overlay: SceneOverlay, model: SceneModel, view: View, drawnFor: (id: string) => string): Set<string> {
  const faded = new Set<string>();
  if (!overlay.lit) return faded;
  const lit = new Set<string>();
  for (const id of overlay.lit) { lit.add(drawnFor(id)); for (const around of model.around(id)) lit.add(around); }
  for (const id of view.nodes.keys()) if (!lit.has(id)) faded.add(id);
  for (const edge of view.edges.values()) if (faded.has(edge.source) || faded.has(edge.target)) faded.add(edge.id);
  return faded;
}
