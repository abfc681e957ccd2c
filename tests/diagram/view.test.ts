import { expect, test } from "vitest";
import { boundary, component, flow, model, view } from "./scenes";

test("parallel flows of one direction bundle, and the bundle tells the weakest encryption", () => {
  const shop = model({ components: [component("a"), component("b")], flows: [flow("1", "a", "b", { encryption: "tls" }), flow("2", "a", "b", { encryption: "none" }), flow("3", "a", "b", { encryption: "mtls" })] });
  const edges = [...view(shop).edges.values()];
  expect(edges).toHaveLength(1);
  expect(edges[0]).toMatchObject({ type: "bundle", label: "3 flows", encryption: "none", flows: ["1", "2", "3"] });
});

test("unknown encryption in a bundle is never hidden by a known one", () => {
  const shop = model({ components: [component("a"), component("b")], flows: [flow("1", "a", "b", { encryption: "tls" }), flow("2", "a", "b", { encryption: "unknown" })] });
  expect([...view(shop).edges.values()][0]?.encryption).toBe("unknown");
});

test("an opened bundle shows each flow on a line of its own", () => {
  const shop = model({ components: [component("a"), component("b")], flows: [flow("1", "a", "b"), flow("2", "a", "b")] });
  const edges = [...view(shop, { opened: new Set(["a>b"]) }).edges.values()];
  expect(edges.map(edge => edge.id)).toEqual(["1", "2"]);
  expect(new Set(edges.map(edge => edge.bend)).size).toBe(2);
});

test("flows of both directions lie apart", () => {
  const shop = model({ components: [component("a"), component("b")], flows: [flow("1", "a", "b"), flow("2", "b", "a")] });
  expect([...view(shop).edges.values()].every(edge => edge.bend !== 0)).toBe(true);
});

test("a collapsed boundary hides what is inside, counts it, and takes over its flows", () => {
  const shop = model({ boundaries: [boundary("outer"), boundary("inner", "outer")], components: [component("a", "inner"), component("b", "inner"), component("c")], flows: [flow("1", "a", "b"), flow("2", "a", "c")] });
  const closed = view(shop, { collapsed: new Set(["outer"]) });
  expect([...closed.nodes.keys()]).toEqual(["outer", "c"]);
  expect(closed.nodes.get("outer")).toMatchObject({ hidden: 2, leaf: true });
  expect([...closed.edges.values()].map(edge => [edge.source, edge.target])).toEqual([["outer", "c"]]);
});

test("a boundary sums the threats inside and keeps the worst band", () => {
  const shop = model({
    boundaries: [{ ...boundary("outer"), badge: { open: 1, worst: "L" } }, boundary("inner", "outer")],
    components: [component("a", "inner", { badge: { open: 3, worst: "C" } }), component("b", "outer", { badge: { open: 2, worst: "M" } })],
  });
  expect(view(shop).nodes.get("outer")?.badge).toEqual({ open: 6, worst: "C" });
  expect(view(shop).nodes.get("inner")?.badge).toEqual({ open: 3, worst: "C" });
});

test("a flow whose end is missing is not drawn", () => {
  expect(view(model({ components: [component("a")], flows: [flow("1", "a", "gone")] })).edges.size).toBe(0);
});

test("an actor is tied to the component where it starts", () => {
  const shop = model({ components: [component("a")], actors: [{ id: "x", name: "Compromised container", startsAt: "a" }] });
  expect([...view(shop).edges.values()]).toMatchObject([{ type: "start", source: "x", target: "a" }]);
});
