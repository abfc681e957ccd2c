/** The picture of one model as the server computes it: the mirror of the C# record `DiagramScene`. */
export interface DiagramScene {
  /** The last journal entry that this picture contains. */
  sequence: number;
  name: string;
  grouping: Grouping;
  boundaries: BoundaryNode[];
  components: ComponentNode[];
  actors: ActorNode[];
  flows: FlowEdge[];
  placements: Placement[];
}

/** What differs from the scene that the browser has: whole elements, never fields. */
export interface SceneDelta {
  /** The sequence that this applies to; a browser that has another one fetches the scene again. */
  from: number;
  sequence: number;
  boundaries: BoundaryNode[];
  components: ComponentNode[];
  actors: ActorNode[];
  flows: FlowEdge[];
  placements: Placement[];
  removed: string[];
}

export type Grouping = "tenancy" | "compute";
export type Band = "L" | "M" | "H" | "C";
export type Encryption = "unknown" | "none" | "tls" | "mtls";
export type ComponentKind = "process" | "store" | "external";
export type BoundaryKind = "cluster" | "node" | "namespace" | "pod" | "zone";
export type ElementKind = "component" | "boundary" | "actor" | "flow";

/** Open threats and the band of the worst residual risk among them. */
export interface Badge { open: number; worst?: Band | null }

interface Element { id: string; name: string; badge?: Badge | null }

export interface ComponentNode extends Element {
  kind: ComponentKind;
  technology?: string | null;
  parent?: string | null;
  /** Its own edge is the container boundary. */
  container?: boolean;
  /** Found in manifests rather than drawn. */
  derived?: boolean;
}

export interface BoundaryNode extends Element {
  kind: BoundaryKind;
  /** What kind of zone, where it is one: network, machine, organisation, … */
  zone?: string | null;
  parent?: string | null;
  derived?: boolean;
}

export interface ActorNode extends Element {
  parent?: string | null;
  /** The component beside which it stands. */
  startsAt?: string | null;
}

export interface FlowEdge extends Element {
  source: string;
  target: string;
  /** Protocol and port. */
  label: string;
  encryption: Encryption;
  /** The boundaries that it crosses in this grouping, outermost first. */
  crosses?: string[];
  derived?: boolean;
}

/** Where the centre of an element is. */
export interface Placement { id: string; x: number; y: number }

const bands: readonly Band[] = ["L", "M", "H", "C"];

/** Adds up open threats and keeps the worst band. */
export function sumBadges(badges: Iterable<Badge | null | undefined>): Badge {
  let open = 0, worst = -1;
  for (const badge of badges) {
    if (!badge) continue;
    open += badge.open;
    if (badge.worst) worst = Math.max(worst, bands.indexOf(badge.worst));
  }
  return { open, worst: bands[worst] ?? null };
}
