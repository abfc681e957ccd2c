import type { CollectionReturnValue, Core } from "cytoscape";

export interface Viewpoint { zoom: number; x: number; y: number }

/** Where the viewer stands. Whoever has moved it keeps it: until then it follows what is drawn. */
export class Camera {
  private untouched = true;
  private moving = false;

  constructor(private readonly cy: Core, at?: Viewpoint | null) {
    if (at) { cy.viewport({ zoom: at.zoom, pan: { x: at.x, y: at.y } }); this.untouched = false; } else this.fit();
    cy.on("viewport", () => { if (!this.moving) this.untouched = false; });
  }

  /** Shows everything, at most a quarter larger than it is drawn. */
  fit(): void {
    this.moving = true;
    this.cy.fit(undefined, this.cy.width() < 600 ? 14 : 36);
    if (this.cy.zoom() > 1.25) { this.cy.zoom(1.25); this.cy.center(); }
    this.moving = false;
    this.untouched = true;
  }

  fitIfUntouched(): void { if (this.untouched) this.fit(); }

  /** Around the middle; 0 is the size in which it is drawn. */
  zoomBy(factor: number): void {
    this.cy.zoom({ level: factor === 0 ? 1 : this.cy.zoom() * factor, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
  }

  /** Shows this part of the model as large as it fits. */
  show([x1, y1, x2, y2]: readonly [number, number, number, number]): void {
    const zoom = Math.max(this.cy.minZoom(), Math.min(this.cy.maxZoom(), this.cy.width() / Math.max(1, x2 - x1), this.cy.height() / Math.max(1, y2 - y1)));
    this.cy.viewport({ zoom, pan: { x: this.cy.width() / 2 - (x1 + x2) / 2 * zoom, y: this.cy.height() / 2 - (y1 + y2) / 2 * zoom } });
  }

  /** Moves the element into the middle, where asked only if it cannot be seen whole. */
  center(element: CollectionReturnValue, when: "always" | "if hidden"): void {
    const box = element.renderedBoundingBox();
    const seen = box.x1 >= 0 && box.y1 >= 0 && box.x2 <= this.cy.width() && box.y2 <= this.cy.height();
    if (when === "always" || !seen) this.cy.center(element);
  }
}
