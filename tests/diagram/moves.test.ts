import { expect, test } from "vitest";
import { movedLeaves } from "../../src/ThreatBoard.Web/Features/Diagram/interaction/moves";
import { at, boundary, component, model } from "./scenes";

test("only what moved is told, in whole units", () => {
  const shop = model({ components: [component("a"), component("b")], placements: [at("a", 0, 0), at("b", 5, 5)] });
  const moved = movedLeaves(shop, new Map([["a", { x: 0, y: 0 }], ["b", { x: 5, y: 5 }]]), new Map([["a", { x: 10.4, y: -3.6 }], ["b", { x: 5.2, y: 5 }]]));
  expect(moved).toEqual([{ id: "a", x: 10, y: -4 }]);
});

test("a collapsed boundary carries what it hides", () => {
  const shop = model({ boundaries: [boundary("x"), boundary("y", "x")], components: [component("a", "y"), component("b")], placements: [at("a", 7, 7), at("b", 0, 0)] });
  expect(movedLeaves(shop, new Map([["x", { x: 0, y: 0 }]]), new Map([["x", { x: 20, y: 30 }]]))).toEqual([{ id: "a", x: 27, y: 37 }]);
});

test("an empty boundary has a place of its own", () => {
  const shop = model({ boundaries: [boundary("x")] });
  expect(movedLeaves(shop, new Map([["x", { x: 0, y: 0 }]]), new Map([["x", { x: 20, y: 30 }]]))).toEqual([{ id: "x", x: 20, y: 30 }]);
});
