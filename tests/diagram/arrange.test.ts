import ELK from "elkjs/lib/elk.bundled.js";
import { expect, test } from "vitest";
import { layoutQuestion, placementsOf } from "../../src/ThreatBoard.Web/Features/Diagram/scene/arrange";
import type { View } from "../../src/ThreatBoard.Web/Features/Diagram/scene/view";
import { boundary, component, flow, model, view } from "./scenes";

async function arranged(drawn: View) {
  return new Map(placementsOf(await new ELK().layout(layoutQuestion(drawn)), drawn).map(place => [place.id, place]));
}

function nested(count: number): View {
  return view(model({
    boundaries: [boundary("cluster"), boundary("web", "cluster"), boundary("data", "cluster"), boundary("empty", "cluster")],
    components: Array.from({ length: count }, (_, i) => component(`c${i}`, i % 2 ? "web" : "data")),
    flows: Array.from({ length: count - 1 }, (_, i) => flow(`f${i}`, `c${i}`, `c${i + 1}`)),
    actors: [{ id: "attacker", name: "External attacker", startsAt: "c0" }],
  }));
}

test.each([20, 260])("%i components are laid out without overlap, boundaries included", async count => {
  const drawn = nested(count), places = await arranged(drawn);
  expect(places.size).toBe(count + 2);
  const leaves = [...places.values()];
  for (let i = 0; i < leaves.length; i++)
    for (let j = i + 1; j < leaves.length; j++) {
      const a = leaves[i]!, b = leaves[j]!, m = drawn.nodes.get(a.id)!.size, n = drawn.nodes.get(b.id)!.size;
      if (Math.abs(a.x - b.x) < (m.w + n.w) / 2 - 1 && Math.abs(a.y - b.y) < (m.h + n.h) / 2 - 1) throw new Error(`${a.id} lies on ${b.id}`);
    }
});

test("components of one boundary stay together", async () => {
  const places = await arranged(nested(20));
  const span = (parity: number) => {
    const own = [...places.values()].filter(p => p.id.startsWith("c") && Number(p.id.slice(1)) % 2 === parity);
    return { top: Math.min(...own.map(p => p.y)), bottom: Math.max(...own.map(p => p.y)), left: Math.min(...own.map(p => p.x)), right: Math.max(...own.map(p => p.x)) };
  };
  const web = span(1), data = span(0);
  expect(web.bottom < data.top || data.bottom < web.top || web.right < data.left || data.right < web.left).toBe(true);
});

test("what no flow ties to the rest stands in rows, and what talks with each other beside each other", async () => {
  const pods = Array.from({ length: 14 }, (_, i) => `p${i}`);
  const drawn = view(model({
    boundaries: [boundary("cluster"), boundary("shop", "cluster"), ...pods.map(pod => boundary(pod, "shop"))],
    components: [component("outside"), ...pods.map(pod => component(`c-${pod}`, pod))],
    flows: [flow("in", "outside", "c-p0"), flow("on", "c-p1", "c-p2")],
  }));
  const places = await arranged(drawn), shop = pods.map(pod => places.get(`c-${pod}`)!);
  const wide = Math.max(...shop.map(p => p.x)) - Math.min(...shop.map(p => p.x)), high = Math.max(...shop.map(p => p.y)) - Math.min(...shop.map(p => p.y));
  expect(wide / high).toBeGreaterThan(0.6);
  expect(wide / high).toBeLessThan(4);
  const [one, two] = [places.get("c-p1")!, places.get("c-p2")!];
  expect(Math.abs(one.y - two.y)).toBeLessThan(5);
  expect(two.x).toBeGreaterThan(one.x);
});
