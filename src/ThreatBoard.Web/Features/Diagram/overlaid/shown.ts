import type { Core } from "cytoscape";
import type { Diagram } from "../diagram";
import { extrasOf, fadedOf, overlayClasses as classes, standingsOf, type DrawnExtra, type SceneOverlay, type Standing } from "./overlay";

/** What the painter draws of an overlay: signs on lines and labels of extra ones. */
export interface ShownOverlay { standings: ReadonlyMap<string, Standing>; extras: readonly DrawnExtra[] }

const nothing: ShownOverlay = { standings: new Map(), extras: [] };

/** Puts an overlay on the graph as it is drawn now, in place of the one before; costs nothing where there is none. */
export function layOver(diagram: Diagram, overlay: SceneOverlay | null): ShownOverlay {
  const { cy, model, view } = diagram, drawnFor = (id: string) => diagram.shownFor(id);
  const standings = overlay?.standing ? standingsOf(overlay, model, view) : nothing.standings;
  const extras = overlay ? extrasOf(overlay, view, drawnFor) : nothing.extras;
  cy.batch(() => {
    clear(cy);
    if (!overlay) return;
    for (const [id, standing] of standings) cy.getElementById(id).addClass(`st-${standing}`);
    for (const id of fadedOf(overlay, model, view, drawnFor)) cy.getElementById(id).addClass("dimmed");
    for (const id of overlay.starts ?? []) cy.getElementById(drawnFor(id)).addClass("start-of");
    cy.add(extras.map(edge => ({
      group: "edges" as const, selectable: false, data: { id: edge.id, source: edge.source, target: edge.target, bend: edge.bend },
      classes: ["extra", edge.kind, ...(edge.bend ? ["bent"] : [])],
    })));
  });
  tell(diagram.host, overlay, standings, extras);
  return overlay ? { standings, extras } : nothing;
}

function clear(cy: Core): void {
  cy.edges(".extra").remove();
  const marked = cy.elements(classes.map(name => `.${name}`).join(","));
  if (marked.nonempty()) marked.removeClass(classes.join(" "));
}

/** What is drawn, for tests and for whoever debugs. */
function tell(host: HTMLElement, overlay: SceneOverlay | null, standings: ReadonlyMap<string, Standing>, extras: readonly DrawnExtra[]): void {
  if (!overlay) { delete host.dataset.overlay; return; }
  const count = (standing: Standing) => [...standings.values()].filter(one => one === standing).length;
  host.dataset.overlay = `${overlay.kind} denied:${count("denied")} unclear:${count("unclear")} extra:${extras.length} lit:${overlay.lit?.length ?? "all"} cut:${extras.filter(edge => edge.kind === "cut").length}`;
}
