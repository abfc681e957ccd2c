import { expect, test } from "vitest";
import { extrasOf, fadedOf, standingsOf, type SceneOverlay } from "../../src/ThreatBoard.Web/Features/Diagram/overlaid/overlay";
import { boundary, component, flow, model, view } from "./scenes";

const overlay = (parts: Partial<SceneOverlay>): SceneOverlay => ({ kind: "flows", standing: true, flows: [], edges: [], ...parts });
const itself = (id: string) => id;

test("a flow is declared where somebody drew it, derived where manifests tell of it, and denied where a policy says so", () => {
  const shop = model({ components: [component("a"), component("b"), component("c")], flows: [flow("1", "a", "b"), flow("2", "b", "c", { derived: true }), flow("3", "c", "a", { derived: true }), flow("4", "a", "c")] });
  const standings = standingsOf(overlay({ flows: [{ id: "3", standing: "denied" }, { id: "4", standing: "unclear" }] }), shop, view(shop));
  expect(Object.fromEntries(standings)).toEqual({ 1: "declared", 2: "derived", 3: "denied", 4: "unclear" });
});

test("a bundle tells the worst of its flows, and is derived only where all of them are", () => {
  const ends = { components: [component("a"), component("b")] };
  const mixed = model({ ...ends, flows: [flow("1", "a", "b", { derived: true }), flow("2", "a", "b")] });
  expect([...standingsOf(overlay({}), mixed, view(mixed)).values()]).toEqual(["declared"]);
  expect([...standingsOf(overlay({ flows: [{ id: "1", standing: "denied" }] }), mixed, view(mixed)).values()]).toEqual(["denied"]);
  const derived = model({ ...ends, flows: [flow("1", "a", "b", { derived: true }), flow("2", "a", "b", { derived: true })] });
  expect([...standingsOf(overlay({}), derived, view(derived)).values()]).toEqual(["derived"]);
});

test("extra lines end at the collapsed boundary that hides their end, and several there are one", () => {
  const shop = model({ boundaries: [boundary("x")], components: [component("a"), component("b", "x"), component("c", "x")] });
  const closed = view(shop, { collapsed: new Set(["x"]) });
  const edges = [{ source: "a", target: "b", label: "TCP 80", kind: "allowed" as const }, { source: "a", target: "c", label: "TCP 90", kind: "allowed" as const }, { source: "b", target: "c", label: "", kind: "allowed" as const }];
  expect(extrasOf(overlay({ edges }), closed, id => id === "a" ? "a" : "x")).toMatchObject([{ source: "a", target: "x", label: "" }]);
});

test("an extra line bends where a flow runs already, and one whose end is gone is not drawn", () => {
  const shop = model({ components: [component("a"), component("b"), component("c")], flows: [flow("1", "b", "a")] });
  const edges = [{ source: "a", target: "b", label: "", kind: "allowed" as const }, { source: "a", target: "c", label: "", kind: "allowed" as const }, { source: "a", target: "gone", label: "", kind: "allowed" as const }];
  expect(extrasOf(overlay({ edges }), view(shop), itself).map(edge => [edge.target, edge.bend !== 0])).toEqual([["b", true], ["c", false]]);
});

test("of a step that is held and one that is cut off, on one line, the one that is held is drawn", () => {
  const shop = model({ boundaries: [boundary("x")], components: [component("a"), component("b", "x"), component("c", "x")] });
  const edges = [{ source: "a", target: "b", label: "1", kind: "cut" as const }, { source: "a", target: "c", label: "1", kind: "step" as const }];
  expect(extrasOf(overlay({ edges }), view(shop, { collapsed: new Set(["x"]) }), id => id === "a" ? "a" : "x").map(edge => edge.kind)).toEqual(["step"]);
});

test("what is not reached fades with its lines; boundaries around what is reached stay", () => {
  const shop = model({ boundaries: [boundary("x"), boundary("y")], components: [component("a", "x"), component("b", "x"), component("c", "y")], flows: [flow("1", "a", "b"), flow("2", "b", "c")] });
  expect([...fadedOf(overlay({ lit: ["a", "b"] }), shop, view(shop), itself)].sort()).toEqual(["2", "c", "y"]);
  expect(fadedOf(overlay({ lit: null }), shop, view(shop), itself).size).toBe(0);
});
