import type { ActorNode, BoundaryNode, ComponentNode, DiagramScene, ElementKind, FlowEdge, Placement, SceneDelta } from "./scene";

/** The scene that the browser holds, by id; deltas are merged into it, the picture is always derived from it. */
export class SceneModel {
  sequence = 0;
  readonly boundaries = new Map<string, BoundaryNode>();
  readonly components = new Map<string, ComponentNode>();
  readonly actors = new Map<string, ActorNode>();
  readonly flows = new Map<string, FlowEdge>();
  readonly placements = new Map<string, Placement>();

  static of(scene: DiagramScene): SceneModel {
    const model = new SceneModel();
    model.take({ ...scene, from: 0, removed: [] });
    return model;
  }

  /** False: the delta does not follow what is here, and the scene has to be fetched again. */
  apply(delta: SceneDelta): boolean {
    if (delta.sequence <= this.sequence) return true;
    if (delta.from > this.sequence) return false;
    this.take(delta);
    return true;
  }

  kindOf(id: string): ElementKind | null {
    if (this.components.has(id)) return "component";
    if (this.flows.has(id)) return "flow";
    if (this.boundaries.has(id)) return "boundary";
    return this.actors.has(id) ? "actor" : null;
  }

  find(id: string): ComponentNode | BoundaryNode | ActorNode | FlowEdge | undefined {
    return this.components.get(id) ?? this.flows.get(id) ?? this.boundaries.get(id) ?? this.actors.get(id);
  }

  parentOf(id: string): string | null {
    const parent = (this.components.get(id) ?? this.boundaries.get(id) ?? this.actors.get(id))?.parent;
    return parent && this.boundaries.has(parent) ? parent : null;
  }

  /** The boundaries around an element, innermost first; ends even where parents run in a circle. */
  around(id: string): string[] {
    const found: string[] = [];
    for (let next = this.parentOf(id); next && !found.includes(next); next = this.parentOf(next)) found.push(next);
    return found;
  }

  private take(delta: SceneDelta): void {
    for (const id of delta.removed)
      for (const map of [this.boundaries, this.components, this.actors, this.flows, this.placements]) map.delete(id);
    put(this.boundaries, delta.boundaries);
    put(this.components, delta.components);
    put(this.actors, delta.actors);
    put(this.flows, delta.flows);
    put(this.placements, delta.placements);
    this.sequence = delta.sequence;
  }
}

function put<T extends { id: string }>(into: Map<string, T>, items: readonly T[]): void {
  for (const item of items) into.set(item.id, item);
}
