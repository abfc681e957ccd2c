import type { ElementKind, Placement } from "./scene/scene";

/** The one .NET object that the browser may call: `DiagramInterop`. */
export interface DotNet { invokeMethodAsync<T>(method: string, ...args: unknown[]): Promise<T> }

export interface Ref { kind: ElementKind; id: string }

/** A message must stay far under the circuit's 32 KB: one that is larger kills it without a word. */
const messageBytes = 8_000;
const guidBytes = 36 + 3, placementBytes = 36 + 40;

/** Every message to the server, and nothing else. Each answers whether the server took it; why not is shown by the page. */
export class Link {
  private operation = 0;
  constructor(private readonly server: DotNet) {}

  select(items: readonly Ref[]): Promise<boolean> { return this.send("Selected", items.slice(0, 100)); }
  /** With the name that was seen when it began, so that nobody's newer one is overwritten unasked. */
  rename(item: Ref, name: string, seen: string): Promise<boolean> { return this.send("RenamedFrom", item.kind, item.id, name.slice(0, 500), seen); }
  /** What was typed over it earlier and not finished. */
  naming(item: Ref): Promise<{ text: string; seen: string } | null> { return this.server.invokeMethodAsync("Naming", item.kind, item.id); }
  typed(item: Ref, text: string, seen: string): Promise<boolean> { return this.send("Typed", item.kind, item.id, text.slice(0, 500), seen); }
  unnamed(item: Ref): Promise<boolean> { return this.send("Unnamed", item.kind, item.id); }
  connect(source: string, target: string): Promise<boolean> { return this.send("Connected", source, target); }
  move(child: Ref, into: string | null): Promise<boolean> { return this.send("MovedInto", child.kind, child.id, into); }
  /** The id of what was added; null where the server refused. */
  add(kind: string, x: number, y: number, parent: string | null): Promise<string | null> {
    return this.server.invokeMethodAsync<string | null>("Added", kind, Math.round(x), Math.round(y), parent);
  }

  undo(): Promise<boolean> { return this.send("Undone"); }
  redo(): Promise<boolean> { return this.send("Redone"); }
  open(item: Ref): Promise<boolean> { return this.send("Opened", item.kind, item.id); }
  /** The last is the part of the model that is seen: left, top, right, bottom. */
  viewport(zoom: number, x: number, y: number, seen: readonly number[]): Promise<boolean> {
    return this.send("Viewed", Math.round(zoom * 1000) / 1000, Math.round(x), Math.round(y), seen.map(Math.round));
  }

  /** One change for the server, however many messages it takes: parts carry the same operation number. */
  place(why: "move" | "layout", placements: readonly Placement[]): Promise<boolean> {
    return this.inParts("Placed", placements, Math.floor(messageBytes / placementBytes), why);
  }

  remove(items: readonly Ref[]): Promise<boolean> {
    return this.inParts("Removed", items, Math.floor(messageBytes / (guidBytes + 24)), "remove");
  }

  private async inParts(method: string, items: readonly unknown[], size: number, why: string): Promise<boolean> {
    if (items.length === 0) return true;
    const operation = ++this.operation, parts = Math.ceil(items.length / size);
    let taken = true;
    for (let part = 0; part < parts && taken; part++)
      taken = await this.send(method, { operation, part, parts, why }, items.slice(part * size, (part + 1) * size));
    return taken;
  }

  private async send(method: string, ...args: unknown[]): Promise<boolean> {
    return (await this.server.invokeMethodAsync<boolean>(method, ...args)) === true;
  }
}
