import { expect, test } from "vitest";
import { Link } from "../../src/ThreatBoard.Web/Features/Diagram/link";

const guid = (i: number) => `00000000-0000-7000-8000-${String(i).padStart(12, "0")}`;

function server(answer: (method: string) => unknown = () => true) {
  const calls: { method: string; args: unknown[] }[] = [];
  return { calls, invokeMethodAsync: async <T>(method: string, ...args: unknown[]) => { calls.push({ method, args }); return answer(method) as T; } };
}

test("three thousand places are one operation in messages below 8 KB", async () => {
  const to = server();
  await new Link(to).place("layout", Array.from({ length: 3000 }, (_, i) => ({ id: guid(i), x: -12345, y: 12345 })));
  expect(to.calls.length).toBeGreaterThan(1);
  for (const { args } of to.calls) expect(JSON.stringify(args).length).toBeLessThan(8_192);
  const parts = to.calls.map(call => call.args[0] as { operation: number; part: number; parts: number });
  expect(new Set(parts.map(part => part.operation)).size).toBe(1);
  expect(parts.map(part => part.part)).toEqual(parts.map((_, i) => i));
  expect(to.calls.flatMap(call => call.args[1] as unknown[])).toHaveLength(3000);
});

test("a refused part ends the operation", async () => {
  const to = server(() => false);
  expect(await new Link(to).remove(Array.from({ length: 1000 }, (_, i) => ({ kind: "component", id: guid(i) })))).toBe(false);
  expect(to.calls).toHaveLength(1);
});

test("nothing to say is not said", async () => {
  const to = server();
  await new Link(to).place("move", []);
  expect(to.calls).toHaveLength(0);
});

test("only a plain true counts as taken", async () => {
  expect(await new Link(server(() => "yes")).undo()).toBe(false);
});
