import type { Diagram } from "../diagram";

/** Search on the canvas: n of m, the hit in the middle, the rest dimmed. All in the browser, so every key answers at once. */
export class Find {
  private readonly bar: HTMLDivElement;
  private readonly input: HTMLInputElement;
  private readonly count: HTMLOutputElement;
  private hits: string[] = [];
  private at = 0;

  constructor(private readonly diagram: Diagram) {
    const page = diagram.host.ownerDocument;
    this.bar = page.createElement("div");
    this.bar.className = "diagram-find";
    this.bar.setAttribute("role", "search");
    this.bar.hidden = true;
    this.input = page.createElement("input");
    this.input.type = "search";
    this.input.placeholder = "Find on the diagram";
    this.input.setAttribute("aria-label", "Find on the diagram");
    this.count = page.createElement("output");
    const close = page.createElement("button");
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", "Close search");
    close.addEventListener("click", () => this.close());
    this.bar.append(this.input, this.count, close);
    diagram.host.append(this.bar);
    this.input.addEventListener("input", () => this.search());
    this.input.addEventListener("keydown", event => {
      event.stopPropagation();
      if (event.key === "Enter") this.step(event.shiftKey ? -1 : 1); else if (event.key === "Escape") this.close(); else return;
      event.preventDefault();
    });
    // A drag in the bar must not pan the diagram below it.
    for (const name of ["pointerdown", "mousedown", "touchstart", "wheel"]) this.bar.addEventListener(name, event => event.stopPropagation());
  }

  open(): void {
    this.bar.hidden = false;
    this.input.focus();
    this.input.select();
    if (this.input.value) this.search();
  }

  /** True where it was open. */
  close(): boolean {
    if (this.bar.hidden) return false;
    this.bar.hidden = true;
    this.diagram.cy.elements(".faded").removeClass("faded");
    this.diagram.host.focus({ preventScroll: true });
    return true;
  }

  private search(): void {
    const words = this.input.value.trim().toLowerCase();
    const { cy, view } = this.diagram;
    this.hits = words === "" ? [] : [...view.nodes.values()].filter(node => `${node.name} ${node.second}`.toLowerCase().includes(words)).map(node => node.id);
    const found = new Set(this.hits);
    cy.batch(() => {
      cy.elements(".faded").removeClass("faded");
      if (words !== "") cy.nodes().filter(node => !node.isParent() && !found.has(node.id())).union(cy.edges()).addClass("faded");
    });
    this.at = 0;
    this.show(words);
  }

  private step(by: number): void {
    if (this.hits.length === 0) return;
    this.at = (this.at + by + this.hits.length) % this.hits.length;
    this.show(this.input.value);
  }

  private show(words: string): void {
    this.count.textContent = this.hits.length > 0 ? `${this.at + 1} of ${this.hits.length}` : words ? "Nothing" : "";
    const id = this.hits[this.at];
    if (!id) return;
    this.diagram.reveal(id);
    this.diagram.select([id]);
  }
}
