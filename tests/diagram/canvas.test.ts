import cytoscape from "cytoscape";
import { expect, test } from "vitest";
import { elementsOf, reconcile } from "../../src/ThreatBoard.Web/Features/Diagram/canvas/elements";
import { crossingsOf } from "../../src/ThreatBoard.Web/Features/Diagram/canvas/geometry";
import { quicken } from "../../src/ThreatBoard.Web/Features/Diagram/canvas/quicken";
import { Occupancy } from "../../src/ThreatBoard.Web/Features/Diagram/canvas/occupancy";
import { shorten } from "../../src/ThreatBoard.Web/Features/Diagram/canvas/text";
import { placesOf } from "../../src/ThreatBoard.Web/Features/Diagram/scene/places";
import type { DiagramScene } from "../../src/ThreatBoard.Web/Features/Diagram/scene/scene";
import { boundary, component, flow, model, view } from "./scenes";

function drawn(parts: Partial<DiagramScene>) {
  const shop = model(parts), seen = view(shop);
  return { view: seen, places: placesOf(shop, seen) };
}

test("line style tells encryption, weight tells a crossing", () => {
  const { view: seen, places } = drawn({ components: [component("a"), component("b")], flows: [flow("1", "a", "b", { encryption: "mtls", crosses: ["x"] })] });
  expect(elementsOf(seen, places).at(-1)?.classes).toEqual(["mtls", "crossing"]);
});

test("reconciling makes the graph what drawing afresh would make it", () => {
  const before = drawn({ boundaries: [boundary("x"), boundary("y")], components: [component("a", "x"), component("b", "x")], flows: [flow("1", "a", "b")] });
  const after = drawn({ boundaries: [boundary("z"), boundary("y", "z")], components: [component("a", "y"), component("c", "z", { kind: "store" })], flows: [flow("1", "a", "c", { encryption: "tls" })] });
  const cy = cytoscape({ headless: true, layout: { name: "preset" }, elements: elementsOf(before.view, before.places) });
  reconcile(cy, after.view, after.places, new Set());
  const fresh = cytoscape({ headless: true, layout: { name: "preset" }, elements: elementsOf(after.view, after.places) });
  const picture = (graph: cytoscape.Core) => graph.elements().map(e => ({ id: e.id(), data: { ...e.data(), parent: e.data("parent") ?? null }, classes: [...e.classes()].sort(), at: e.isNode() && !e.isParent() ? e.position() : null })).sort((p, q) => p.id.localeCompare(q.id));
  expect(picture(cy)).toEqual(picture(fresh));
});

test("what somebody is dragging keeps its place", () => {
  const before = drawn({ components: [component("a")], placements: [{ id: "a", x: 0, y: 0 }] });
  const cy = cytoscape({ headless: true, layout: { name: "preset" }, elements: elementsOf(before.view, before.places) });
  cy.getElementById("a").position({ x: 50, y: 50 });
  reconcile(cy, before.view, before.places, new Set(["a"]));
  expect(cy.getElementById("a").position()).toEqual({ x: 50, y: 50 });
});

test("a line through a box passes its edge twice, a line from inside once", () => {
  const box = { x1: 0, y1: 0, x2: 10, y2: 10 };
  expect(crossingsOf([{ x: -5, y: 5 }, { x: 15, y: 5 }], box).map(c => c.at)).toEqual([{ x: 0, y: 5 }, { x: 10, y: 5 }]);
  expect(crossingsOf([{ x: 5, y: 5 }, { x: 15, y: 5 }], box)).toHaveLength(1);
});

test("two labels never take the same place", () => {
  const taken = new Occupancy();
  expect(taken.take(0, 0, 50, 12)).toBe(true);
  expect(taken.take(40, 4, 50, 12)).toBe(false);
  expect(taken.take(-80, 0, 50, 12)).toBe(true);
});

test("text is shortened to what fits, and markup is only text", () => {
  const measure = (text: string) => text.length * 10;
  expect(shorten("<script>alert(1)</script>", 100, measure)).toBe("<script>a…");
  expect(shorten("api", 100, measure)).toBe("api");
  expect(shorten("api", 5, measure)).toBe("");
});

test.each([false, true])("what hangs on a parent's style follows it, quickened or not (%s)", quick => {
  const cy = cytoscape({ headless: true, styleEnabled: true, layout: { name: "preset" } });
  if (quick) quicken(cy);
  cy.add([{ data: { id: "p" } }, { data: { id: "a", parent: "p" } }, { data: { id: "b" } }, { data: { id: "e", source: "a", target: "b" } }]);
  const seen = () => ["p", "a", "e"].map(id => cy.getElementById(id).visible());
  expect(seen()).toEqual([true, true, true]);
  cy.getElementById("p").style("display", "none");
  expect(seen()).toEqual([false, false, false]);
  cy.getElementById("p").style("display", "element");
  expect(seen()).toEqual([true, true, true]);
});

test("what is kept clear is given to nobody, though something stood there", () => {
  const taken = new Occupancy();
  expect(taken.take(0, 0, 10, 10)).toBe(true);
  taken.keep(0, 0, 60, 30);
  expect(taken.take(40, 20, 10, 5)).toBe(false);
  expect(taken.take(80, 20, 10, 5)).toBe(true);
});
