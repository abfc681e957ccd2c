import cytoscape, { type Core, type ElementDefinition, type StylesheetJson } from "cytoscape";
import { quicken } from "./quicken";

/** Above this, bitmaps stand in while the viewport moves and one device pixel is enough. */
const many = 300;

/** The graph of a diagram, in places that the scene gives. */
export function coreOf(container: HTMLElement, style: StylesheetJson, elements: ElementDefinition[], nodes: number, canEdit: boolean): Core {
  const large = nodes > many;
  const cy = cytoscape({
    container, style, layout: { name: "preset", fit: false }, minZoom: 0.02, maxZoom: 4, textureOnViewport: large, hideLabelsOnViewport: true,
    ...(large ? { pixelRatio: 1 } : {}), boxSelectionEnabled: true, selectionType: "single", autoungrabify: !canEdit,
  });
  quicken(cy);
  cy.batch(() => cy.add(elements));
  return cy;
}
