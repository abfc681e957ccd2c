import { SceneModel } from "../../src/ThreatBoard.Web/Features/Diagram/scene/model";
import type { BoundaryNode, ComponentNode, DiagramScene, FlowEdge, Placement } from "../../src/ThreatBoard.Web/Features/Diagram/scene/scene";
import { viewOf, type View, type ViewState } from "../../src/ThreatBoard.Web/Features/Diagram/scene/view";

export const boundary = (id: string, parent?: string): BoundaryNode => ({ id, name: `boundary ${id}`, kind: "namespace", parent });
export const component = (id: string, parent?: string, more: Partial<ComponentNode> = {}): ComponentNode => ({ id, name: `component ${id}`, kind: "process", parent, ...more });
export const flow = (id: string, source: string, target: string, more: Partial<FlowEdge> = {}): FlowEdge => ({ id, name: id, source, target, label: "HTTP 80", encryption: "none", ...more });
export const at = (id: string, x: number, y: number): Placement => ({ id, x, y });

export function scene(parts: Partial<DiagramScene>): DiagramScene {
  return { sequence: 1, name: "shop", grouping: "tenancy", boundaries: [], components: [], actors: [], flows: [], placements: [], ...parts };
}

export const model = (parts: Partial<DiagramScene>): SceneModel => SceneModel.of(scene(parts));

export function view(of: SceneModel, state: Partial<ViewState> = {}): View {
  return viewOf(of, { collapsed: new Set(), opened: new Set(), notation: "modern", ...state });
}
