import type { EdgeSingular } from "cytoscape";
import type { Sheet } from "./overlay";

/** What somebody else has chosen: the server sends who and which of the twelve colours. */
export interface PersonMark { id: string; name: string; colour: number }

/** A frame in each person's colour around what they have chosen, and their name above it. */
export function paintPeople(sheet: Sheet, marks: readonly PersonMark[], drawnFor: (id: string) => string, colours: (index: number) => { fill: string; ink: string }): void {
  const around = new Map<string, number>();
  for (const mark of marks) {
    const id = drawnFor(mark.id);
    const element = sheet.cy.getElementById(id);
    if (element.empty()) continue;
    const nth = around.get(id) ?? 0;
    around.set(id, nth + 1);
    const box = sheet.view.edges.has(id) ? at((element as unknown as EdgeSingular).renderedMidpoint()) : element.renderedBoundingBox({ includeLabels: false, includeOverlays: false });
    const gap = 5 + nth * 4;
    frame(sheet, box.x1 - gap, box.y1 - gap, box.x2 - box.x1 + 2 * gap, box.y2 - box.y1 + 2 * gap, colours(mark.colour).fill);
    tag(sheet, mark.name, box.x1 - gap, box.y1 - gap - nth * 17, colours(mark.colour));
  }
}

function at(point: { x: number; y: number }) { return { x1: point.x - 8, y1: point.y - 8, x2: point.x + 8, y2: point.y + 8 }; }

function frame({ g }: Sheet, x: number, y: number, w: number, h: number, colour: string): void {
  g.strokeStyle = colour;
  g.lineWidth = 2.5;
  g.setLineDash([]);
  g.beginPath();
  g.roundRect(x, y, w, h, 8);
  g.stroke();
}

function tag({ g, tokens }: Sheet, name: string, x: number, y: number, colours: { fill: string; ink: string }): void {
  g.font = `600 11px ${tokens.font}`;
  const text = name.length > 24 ? `${name.slice(0, 23)}…` : name;
  const w = g.measureText(text).width + 10;
  g.fillStyle = colours.fill;
  g.beginPath();
  g.roundRect(x, y - 16, w, 15, 4);
  g.fill();
  g.fillStyle = colours.ink;
  g.textAlign = "left";
  g.textBaseline = "middle";
  g.fillText(text, x + 5, y - 8);
}
