import { expect, test } from "vitest";
import { classesOf } from "../../src/ThreatBoard.Web/Features/Diagram/comparison/scene";

test("each change has its class, and what was only moved looks as it is", () => {
  const classes = classesOf([{ id: "a", kind: "added" }, { id: "b", kind: "removed" }, { id: "c", kind: "changed" }, { id: "d", kind: "moved" }], id => id);
  expect([...classes]).toEqual([["a", "is-added"], ["b", "is-removed"], ["c", "is-changed"]]);
});

test("what stands for others is changed by any of them, and keeps what it is itself", () => {
  const inside = (id: string) => id === "shop" ? "shop" : "shop";
  expect([...classesOf([{ id: "web", kind: "added" }], inside)]).toEqual([["shop", "is-changed"]]);
  expect([...classesOf([{ id: "shop", kind: "added" }, { id: "web", kind: "removed" }], inside)]).toEqual([["shop", "is-added"]]);
});
