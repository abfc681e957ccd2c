/** Which parts of the screen already carry text, so that labels never cover each other. Coarse cells: fast, and good enough. */
export class Occupancy {
  private readonly taken = new Set<number>();
  constructor(private readonly cell = 12) {}

  /** Takes the rectangle where it is free; false where something was written there already. */
  take(x: number, y: number, w: number, h: number): boolean {
    const keys = this.cellsOf(x, y, w, h);
    if (keys.some(key => this.taken.has(key))) return false;
    for (const key of keys) this.taken.add(key);
    return true;
  }

  /** Keeps the rectangle clear, whatever stands there. */
  keep(x: number, y: number, w: number, h: number): void {
    for (const key of this.cellsOf(x, y, w, h)) this.taken.add(key);
  }

  private cellsOf(x: number, y: number, w: number, h: number): number[] {
    const keys: number[] = [];
    const right = Math.floor((x + w) / this.cell), bottom = Math.floor((y + h) / this.cell);
    for (let column = Math.floor(x / this.cell); column <= right; column++)
      for (let row = Math.floor(y / this.cell); row <= bottom; row++) keys.push((column + 32_768) * 65_536 + row + 32_768);
    return keys;
  }
}
