import { expect, test } from "vitest";
import { takeDetours } from "../../src/ThreatBoard.Web/Features/Diagram/scene/detours";
import { placesOf } from "../../src/ThreatBoard.Web/Features/Diagram/scene/places";
import { at, component, flow, model, view } from "./scenes";

function bendOf(middle: { x: number; y: number }): number {
  const shop = model({ components: [component("a"), component("b"), component("between")], flows: [flow("f", "a", "b")], placements: [at("a", 0, 0), at("b", 800, 0), { id: "between", ...middle }] });
  const drawn = view(shop);
  takeDetours(drawn, placesOf(shop, drawn));
  return drawn.edges.get("f")!.bend;
}

test("a line that meets nothing stays straight", () => expect(bendOf({ x: 400, y: 200 })).toBe(0));

test("a line that would run behind a third component goes around it", () => expect(bendOf({ x: 400, y: 0 })).not.toBe(0));

test("it goes around on the side that is nearer", () => {
  expect(Math.sign(bendOf({ x: 400, y: 20 }))).toBe(-Math.sign(bendOf({ x: 400, y: -20 })));
});
