/** What the browser's session remembers of a diagram: the ids of what is collapsed. */
export class Memory {
  constructor(private readonly name: string) {}

  recall(): string[] { return (sessionStorage.getItem(this.name) ?? "").split(" "); }

  keep(ids: Iterable<string>): void { sessionStorage.setItem(this.name, [...ids].join(" ")); }
}
