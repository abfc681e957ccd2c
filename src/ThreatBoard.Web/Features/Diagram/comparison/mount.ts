import { Diagram } from "../diagram";
import { Link, type DotNet } from "../link";
import { classesOf, markClasses, type ComparisonScene, type SceneMark } from "./scene";

/** What the server holds of a mounted comparison; `unmount` ends everything that `mountComparison` began. */
export interface ComparisonHandle {
  reload(url: string): Promise<void>;
  reveal(id: string): void;
  run(command: string): void;
  unmount(): void;
}

/** Fetches the scene of a comparison and draws it into `host`: the diagram's canvas, on which nothing can be changed. */
export async function mountComparison(host: HTMLElement, url: string, server: DotNet, memory: string): Promise<ComparisonHandle> {
  let { scene, marks } = await fetchScene(url);
  const diagram = new Diagram(host, scene, new Link(server), { canEdit: false, notation: "modern", memory });
  const { cy } = diagram;
  mark(diagram, marks);
  let told = "";
  cy.on("tap", "node, edge", event => {
    host.focus({ preventScroll: true });
    const chosen = diagram.refsOf(event.target.id() as string)[0];
    if (chosen && chosen.id !== told) void server.invokeMethodAsync("Chosen", chosen.kind, told = chosen.id);
  });
  cy.on("dbltap", "node, edge", event => {
    const id = event.target.id() as string;
    if (id.startsWith("bundle:")) diagram.toggleBundle(id); else if (diagram.model.boundaries.has(id)) diagram.toggle(id);
    mark(diagram, marks);
  });
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const command = ({ "+": "zoom-in", "=": "zoom-in", "-": "zoom-out", "!": "fit" } as Record<string, string>)[event.key];
    if (command) { run(command); event.preventDefault(); }
  };
  host.addEventListener("keydown", keys);
  host.dataset.ready = "true";

  function run(command: string): void {
    if (command === "fit") diagram.camera.fit(); else diagram.camera.zoomBy(command === "zoom-in" ? 1.25 : 0.8);
  }

  return {
    async reload(from) {
      ({ scene, marks } = await fetchScene(from));
      diagram.replace(scene);
      mark(diagram, marks);
      diagram.camera.fitIfUntouched();
    },
    reveal(id) {
      diagram.reveal(id);
      mark(diagram, marks);
      diagram.select([told = id]);
    },
    run,
    unmount() {
      host.removeEventListener("keydown", keys);
      diagram.dispose();
      host.replaceChildren();
      delete host.dataset.ready;
    },
  };
}

/** Classes for the lines, signs for the overlay. */
function mark(diagram: Diagram, marks: readonly SceneMark[]): void {
  const drawnFor = (id: string) => diagram.shownFor(id), classes = classesOf(marks, drawnFor);
  diagram.cy.batch(() => {
    diagram.cy.elements().removeClass(markClasses.join(" "));
    for (const [id, name] of classes) diagram.cy.getElementById(id).addClass(name);
  });
  diagram.host.dataset.marks = marks.map(one => `${one.kind} ${one.id}`).join(";");
  diagram.overlay.marked = { marks, drawnFor };
  diagram.overlay.refresh();
}

async function fetchScene(url: string): Promise<ComparisonScene> {
  const answer = await fetch(url, { credentials: "same-origin", headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`The comparison could not be loaded (${answer.status}).`);
  return await answer.json() as ComparisonScene;
}
