import type { StylesheetJson } from "cytoscape";
import type { BoundaryKind } from "../scene/scene";
import { boundaryPadding, type Notation } from "../scene/sizes";
import type { Tokens } from "./tokens";

const dashes: Record<BoundaryKind, { pattern: number[]; width: number }> = {
  cluster: { pattern: [14, 5], width: 1.6 },
  node: { pattern: [10, 4, 2, 4], width: 1.4 },
  namespace: { pattern: [7, 4], width: 1.3 },
  pod: { pattern: [3, 3], width: 1.2 },
  zone: { pattern: [2, 5], width: 1.6 },
};

/** Shapes and lines only; every text, badge and mark is drawn by the overlay, which knows what can be read at this zoom. */
export function stylesheet(tokens: Tokens, notation: Notation): StylesheetJson {
  return [...nodes(tokens, notation), ...boundaries(tokens), ...flows(tokens), ...changes(tokens), ...overlays(tokens), ...states(tokens)] as StylesheetJson;
}

function nodes(t: Tokens, notation: Notation): object[] {
  const classic = notation === "classic";
  return [
    // An empty list of images: with Cytoscape 3.34's own default, "none", each drawing of a node marks its style, and that of everything inside, as outdated.
    { selector: "node", style: { "background-image": [], width: "data(w)", height: "data(h)", "background-color": t.surface, "border-width": 1.4, "border-color": t.line, shape: "rectangle", "overlay-opacity": 0 } },
    { selector: ".process", style: { shape: classic ? "ellipse" : "round-rectangle", "corner-radius": "12", "underlay-shape": classic ? "ellipse" : "round-rectangle" } },
    // Two parallel lines in the classic notation, a cylinder otherwise: the overlay adds the lines, or the lid.
    { selector: ".store", style: classic ? { "border-width": 0 } : { shape: "barrel" } },
    { selector: ".external", style: { "border-width": 3.2 } },
    { selector: ".actor", style: { "background-opacity": 0, "border-width": 0 } },
    { selector: ".container", style: { "outline-width": 1, "outline-offset": 3.5, "outline-style": "dashed", "outline-color": t.boundary.container } },
  ];
}

function boundaries(t: Tokens): object[] {
  return [
    { selector: ".boundary", style: { shape: "round-rectangle", "corner-radius": "8", padding: boundaryPadding, "compound-sizing-wrt-labels": "exclude", "border-style": "dashed", "background-opacity": t.dark ? 0.09 : 0.06 } },
    // A leaf has its own size; padding would be added to it.
    { selector: ".boundary.leaf", style: { padding: 0 } },
    ...(Object.keys(dashes) as BoundaryKind[]).map(kind => ({
      selector: `.boundary.${kind}`,
      style: { "background-color": t.boundary[kind], "border-color": t.boundary[kind], "border-width": dashes[kind].width, "border-dash-pattern": dashes[kind].pattern },
    })),
    { selector: ".collapsed", style: { "border-style": "double", "border-width": 4, "background-opacity": t.dark ? 0.22 : 0.14 } },
  ];
}

function flows(t: Tokens): object[] {
  return [
    { selector: "edge", style: { width: 1.5, "line-color": t.flow.tls, "curve-style": "straight", "target-arrow-shape": "triangle", "target-arrow-color": t.flow.tls, "arrow-scale": 0.9, "overlay-opacity": 0 } },
    { selector: ".bent", style: { "curve-style": "unbundled-bezier", "control-point-distances": "data(bend)", "control-point-weights": 0.5 } },
    { selector: ".loop", style: { "curve-style": "bezier", "loop-direction": "45deg" } },
    { selector: ".mtls", style: { "line-color": t.canvas, "line-outline-width": 1.3, "line-outline-color": t.flow.mtls, width: 2, "target-arrow-color": t.flow.mtls } },
    { selector: ".none", style: { "line-style": "dashed", "line-dash-pattern": [8, 5], "line-color": t.flow.none, "target-arrow-color": t.flow.none } },
    { selector: ".unknown", style: { "line-style": "dotted", "line-color": t.flow.unknown, "target-arrow-color": t.flow.unknown } },
    { selector: ".crossing", style: { width: 2.6 } },
    { selector: ".crossing.mtls", style: { "line-outline-width": 2 } },
    { selector: ".start", style: { "line-style": "dotted", width: 1, "line-color": t.actor, "target-arrow-shape": "none" } },
  ];
}

/** What a comparison says; signs beside the elements say it too. */
function changes(t: Tokens): object[] {
  return [
    ...(["added", "changed"] as const).flatMap(kind => [
      { selector: `node.is-${kind}`, style: { "border-color": t.change[kind], "border-width": 3 } },
      { selector: `edge.is-${kind}`, style: { "line-color": t.change[kind], "target-arrow-color": t.change[kind], width: 3 } },
    ]),
    { selector: "node.is-removed", style: { "border-color": t.change.removed, "border-style": "dashed", "border-width": 2, "background-opacity": 0.25, opacity: 0.75 } },
    { selector: ".boundary.is-removed", style: { "background-opacity": 0.03 } },
    { selector: "edge.is-removed", style: { "line-color": t.change.removed, "target-arrow-color": t.change.removed, "line-style": "dashed", opacity: 0.75 } },
  ];
}

/** Lines by who said that they exist and what the policies say; each has a style and an end of its own beside its colour. */
function overlays(t: Tokens): object[] {
  const line = (selector: string, colour: string, more: object) => ({ selector, style: { "line-outline-width": 0, "line-color": colour, "target-arrow-color": colour, ...more } });
  return [
    line(".st-declared", t.accent, { "line-style": "solid", width: 2.4 }),
    line(".st-derived", t.flow.tls, { "line-style": "dashed", "line-dash-pattern": [12, 4], width: 1.8 }),
    line(".st-denied", t.change.removed, { "line-style": "dashed", "line-dash-pattern": [3, 4], width: 2.6, "target-arrow-shape": "tee" }),
    line(".st-unclear", t.flow.unknown, { "line-style": "dotted", width: 2, "target-arrow-fill": "hollow" }),
    line(".extra", t.allowed, { "line-style": "dashed", "line-dash-pattern": [5, 3], width: 1.1, "target-arrow-shape": "vee", events: "no" }),
    line(".extra.step", t.accent, { "line-style": "solid", width: 3.6, "target-arrow-shape": "triangle" }),
    line(".extra.cut", t.change.removed, { "line-dash-pattern": [3, 4], width: 2.6, "target-arrow-shape": "tee" }),
    { selector: ".start-of", style: { "border-color": t.accent, "border-width": 4 } },
    { selector: ".dimmed", style: { opacity: 0.2 } },
  ];
}

function states(t: Tokens): object[] {
  return [
    { selector: "node:selected", style: { "underlay-color": t.accent, "underlay-opacity": 0.35, "underlay-padding": 6, "border-color": t.accent } },
    // An underlay fills what it surrounds: a selected boundary must not drown its content.
    { selector: ".boundary:selected", style: { "underlay-opacity": 0.14, "border-width": 3 } },
    { selector: "edge:selected", style: { "underlay-color": t.accent, "underlay-opacity": 0.35, "underlay-padding": 5 } },
    { selector: ".target", style: { "underlay-color": t.accent, "underlay-opacity": 0.55, "underlay-padding": 8 } },
    { selector: ".faded", style: { opacity: 0.22 } },
    { selector: "core", style: { "selection-box-color": t.accent, "selection-box-border-color": t.accent, "selection-box-opacity": 0.12, "active-bg-opacity": 0 } },
  ];
}
