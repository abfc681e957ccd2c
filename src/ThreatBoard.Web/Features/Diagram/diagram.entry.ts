import type { PersonMark } from "./canvas/paintPeople";
import { Diagram, type DiagramOptions } from "./diagram";
import { Connecting } from "./interaction/connecting";
import { contextMenu } from "./interaction/menu";
import { dragging } from "./interaction/dragging";
import { Find } from "./interaction/find";
import { keyboard } from "./interaction/keyboard";
import { addInSight } from "./interaction/adding";
import { rename } from "./interaction/renaming";
import { selecting } from "./interaction/selecting";
import { Link, type DotNet } from "./link";
import type { SceneOverlay } from "./overlaid/overlay";
import type { DiagramScene, SceneDelta } from "./scene/scene";
import type { Notation } from "./scene/sizes";

export { mountComparison } from "./comparison/mount";

/** What the server holds of a mounted diagram; `unmount` ends everything that `mount` began. */
export interface Handle {
  apply(delta: SceneDelta): Promise<void>;
  reload(url: string): Promise<void>;
  /** The last journal entry that the picture contains. */
  sequence(): number;
  select(ids: string[]): void;
  reveal(id: string): void;
  run(command: string): void;
  people(marks: PersonMark[]): void;
  overlay(laid: SceneOverlay | null): void;
  part(seen: [number, number, number, number]): void;
  notation(notation: Notation): void;
  unmount(): void;
}

/** Fetches the scene and draws it into `host`. Several diagrams can live on one page: nothing is kept outside the handle. */
export async function mount(host: HTMLElement, url: string, server: DotNet, options: DiagramOptions): Promise<Handle> {
  const link = new Link(server);
  const diagram = new Diagram(host, await fetchScene(url), link, options);
  const find = new Find(diagram);
  const connecting = new Connecting(diagram, (on, source) => {
    host.dataset.mode = on ? source ? "connect-to" : "connect-from" : "";
  });
  const marquee = (on: boolean) => { diagram.cy.userPanningEnabled(!on); host.dataset.tool = on ? "select" : "hand"; };
  const ends = [selecting(diagram), dragging(diagram), contextMenu(diagram, connecting), keyboard(diagram, { connecting, find, marquee })];
  diagram.cy.on("dbltap", "node, edge", event => opened(diagram, event.target.id() as string));
  diagram.cy.on("tap", () => host.focus({ preventScroll: true }));
  host.dataset.ready = "true";

  let source = url;
  const reload = async (from: string) => { source = from; diagram.replace(await fetchScene(from)); };
  return {
    async apply(delta) { if (!diagram.apply(delta)) await reload(source); },
    reload,
    sequence: () => diagram.model.sequence,
    select: ids => diagram.select(ids),
    reveal: id => diagram.reveal(id),
    run: command => run(command),
    people: marks => diagram.showPeople(marks),
    overlay: laid => diagram.layOver(laid),
    part: seen => diagram.camera.show(seen),
    notation: notation => diagram.setNotation(notation),
    unmount() {
      for (const end of ends) end();
      diagram.dispose();
      host.replaceChildren();
      delete host.dataset.ready;
    },
  };

  function run(command: string): void {
    switch (command) {
      case "fit": diagram.camera.fit(); break;
      case "arrange": void diagram.arrange(); break;
      case "zoom-in": diagram.camera.zoomBy(1.25); break;
      case "zoom-out": diagram.camera.zoomBy(0.8); break;
      case "actual": diagram.camera.zoomBy(0); break;
      case "find": find.open(); break;
      case "connect": if (!connecting.cancel()) connecting.start(diagram.selection()[0]?.id ?? null); break;
      case "collapse": diagram.toggleAll(true); break;
      case "expand": diagram.toggleAll(false); break;
      case "select-tool": marquee(host.dataset.tool !== "select"); break;
      case "focus": host.focus({ preventScroll: true }); break;
      case "add-process": case "add-store": case "add-external": case "add-actor": case "add-zone": case "add-cluster": case "add-node": case "add-namespace": case "add-pod":
        void addInSight(diagram, command.slice(4)); break;
      default: throw new Error(`Unknown command ${command}`);
    }
  }
}

function opened(diagram: Diagram, id: string): void {
  if (id.startsWith("bundle:")) diagram.toggleBundle(id);
  else if (diagram.collapsed.has(id)) diagram.toggle(id);
  else rename(diagram, id);
}

async function fetchScene(url: string): Promise<DiagramScene> {
  const answer = await fetch(url, { credentials: "same-origin", headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`The diagram could not be loaded (${answer.status}).`);
  return await answer.json() as DiagramScene;
}
