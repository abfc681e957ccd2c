import ELK from "elkjs/lib/elk-api.js";
import { layoutQuestion, placementsOf } from "./scene/arrange";
import type { Placement } from "./scene/scene";
import type { View } from "./scene/view";

/** The layout engine in a worker of its own file; started when first asked, so that opening a diagram never pays for it. */
export class Layout {
  private engine: InstanceType<typeof ELK> | null = null;

  async arrange(view: View): Promise<Placement[]> {
    this.engine ??= new ELK({ workerUrl: new URL("elk-worker.js", import.meta.url).href });
    return placementsOf(await this.engine.layout(layoutQuestion(view)), view);
  }

  dispose(): void {
    this.engine?.terminateWorker();
    this.engine = null;
  }
}
