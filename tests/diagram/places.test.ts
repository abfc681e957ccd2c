import { expect, test } from "vitest";
import { placesOf, unplacedShare } from "../../src/ThreatBoard.Web/Features/Diagram/scene/places";
import { at, boundary, component, model, view } from "./scenes";

test("saved places are used as they are", () => {
  const shop = model({ components: [component("a"), component("b")], placements: [at("a", 10, 20), at("b", 300, 20)] });
  expect(Object.fromEntries(placesOf(shop, view(shop)))).toEqual({ a: { x: 10, y: 20 }, b: { x: 300, y: 20 } });
});

test("without any place everything is packed and nothing overlaps", () => {
  const shop = model({ boundaries: [boundary("x"), boundary("y"), boundary("empty")], components: Array.from({ length: 30 }, (_, i) => component(`c${i}`, i % 2 ? "x" : "y")) });
  const drawn = view(shop), places = [...placesOf(shop, drawn)];
  expect(places).toHaveLength(31);
  for (const [a, p] of places)
    for (const [b, q] of places) {
      if (a >= b) continue;
      const m = drawn.nodes.get(a)!.size, n = drawn.nodes.get(b)!.size;
      expect(Math.abs(p.x - q.x) >= (m.w + n.w) / 2 || Math.abs(p.y - q.y) >= (m.h + n.h) / 2, `${a} on ${b}`).toBe(true);
    }
});

test("a new component goes to a free place beside its siblings", () => {
  const shop = model({ boundaries: [boundary("x")], components: [component("a", "x"), component("b", "x")], placements: [at("a", 0, 0)] });
  const place = placesOf(shop, view(shop)).get("b")!;
  expect(Math.abs(place.y)).toBeGreaterThan(54);
  expect(Math.abs(place.x)).toBeLessThan(200);
});

test("a collapsed boundary stands in the middle of what it hides", () => {
  const shop = model({ boundaries: [boundary("x")], components: [component("a", "x"), component("b", "x")], placements: [at("a", 0, 0), at("b", 100, 60)] });
  expect(placesOf(shop, view(shop, { collapsed: new Set(["x"]) })).get("x")).toEqual({ x: 50, y: 30 });
});

test("the unplaced share counts components", () => {
  expect(unplacedShare(model({ components: [component("a"), component("b")], placements: [at("a", 0, 0)] }))).toBe(0.5);
  expect(unplacedShare(model({}))).toBe(0);
});

test("an actor that starts somewhere else now stands there, not where it stood", () => {
  const parts = { components: [component("a")], placements: [at("a", 0, 0), at("x", 2000, 0)] };
  const free = model({ ...parts, actors: [{ id: "x", name: "Insider" }] });
  expect(placesOf(free, view(free)).get("x")).toEqual({ x: 2000, y: 0 });
  const starts = model({ ...parts, actors: [{ id: "x", name: "Insider", startsAt: "a" }] });
  expect(Math.abs(placesOf(starts, view(starts)).get("x")!.x)).toBeLessThan(500);
});
