import { expect, test } from "vitest";
import { boundary, component, flow, model } from "./scenes";

const delta = { boundaries: [], components: [], actors: [], flows: [], placements: [], removed: [] };

test("a delta that follows is merged", () => {
  const shop = model({ components: [component("a")] });
  expect(shop.apply({ ...delta, from: 1, sequence: 2, components: [component("a", undefined, { name: "api" })], flows: [flow("f", "a", "a")] })).toBe(true);
  expect(shop.components.get("a")?.name).toBe("api");
  expect(shop.flows.size).toBe(1);
  expect(shop.sequence).toBe(2);
});

test("a delta with a gap before it is refused and changes nothing", () => {
  const shop = model({ components: [component("a")] });
  expect(shop.apply({ ...delta, from: 5, sequence: 6, removed: ["a"] })).toBe(false);
  expect(shop.components.has("a")).toBe(true);
});

test("a delta seen before is taken once", () => {
  const shop = model({});
  shop.apply({ ...delta, from: 1, sequence: 2, components: [component("a")] });
  shop.apply({ ...delta, from: 2, sequence: 3, removed: ["a"] });
  expect(shop.apply({ ...delta, from: 1, sequence: 2, components: [component("a")] })).toBe(true);
  expect(shop.components.has("a")).toBe(false);
});

test("boundaries around an element end where parents run in a circle", () => {
  const shop = model({ boundaries: [boundary("x", "y"), boundary("y", "x")], components: [component("a", "x")] });
  expect(shop.around("a")).toEqual(["x", "y"]);
});

test("a parent that is not in the scene counts as none", () => {
  expect(model({ components: [component("a", "gone")] }).parentOf("a")).toBeNull();
});
