type Brush = CanvasRenderingContext2D;

/** A small closed lock, `size` high, with its left edge at x and its middle at y. */
export function lock(g: Brush, x: number, y: number, size: number, colour: string): void {
  const w = size * 0.78, body = size * 0.56;
  g.fillStyle = g.strokeStyle = colour;
  g.lineWidth = Math.max(1, size * 0.13);
  g.setLineDash([]);
  g.beginPath();
  g.arc(x + w / 2, y - size * 0.06, w * 0.3, Math.PI, 0);
  g.stroke();
  g.fillRect(x, y - size * 0.06, w, body);
}

/** A standing figure in the middle of x, from y down, `h` high. */
export function figure(g: Brush, x: number, y: number, h: number, colour: string): void {
  const head = h * 0.17;
  g.strokeStyle = g.fillStyle = colour;
  g.lineWidth = Math.max(1.2, h * 0.065);
  g.lineCap = "round";
  g.setLineDash([]);
  g.beginPath();
  g.arc(x, y + head, head, 0, 2 * Math.PI);
  g.fill();
  g.beginPath();
  g.moveTo(x, y + 2 * head);
  g.lineTo(x, y + h * 0.66);
  g.moveTo(x - h * 0.28, y + h * 0.45);
  g.lineTo(x + h * 0.28, y + h * 0.45);
  g.moveTo(x - h * 0.24, y + h);
  g.lineTo(x, y + h * 0.66);
  g.lineTo(x + h * 0.24, y + h);
  g.stroke();
  g.lineCap = "butt";
}

/** Derived: a small cube (it came from manifests). Drawn: a pencil stroke. */
export function origin(g: Brush, x: number, y: number, s: number, derived: boolean, colour: string): void {
  g.strokeStyle = g.fillStyle = colour;
  g.lineWidth = Math.max(0.8, s * 0.12);
  g.setLineDash([]);
  g.beginPath();
  if (derived) {
    for (let i = 0; i < 6; i++) g.lineTo(x + s / 2 * Math.sin(i * Math.PI / 3), y - s / 2 * Math.cos(i * Math.PI / 3));
    g.closePath();
    for (const i of [1, 3, 5]) { g.moveTo(x, y); g.lineTo(x + s / 2 * Math.sin(i * Math.PI / 3 + Math.PI * 2 / 3), y - s / 2 * Math.cos(i * Math.PI / 3 + Math.PI * 2 / 3)); }
    g.stroke();
    return;
  }
  g.moveTo(x - s / 2, y + s / 2);
  g.lineTo(x - s * 0.32, y + s * 0.08);
  g.lineTo(x + s * 0.28, y - s / 2);
  g.lineTo(x + s / 2, y - s * 0.28);
  g.lineTo(x - s * 0.08, y + s * 0.32);
  g.closePath();
  g.stroke();
}

/** A filled pill with centred text; returns its width. `x` is its right edge, `y` its middle. */
export function pill(g: Brush, text: string, x: number, y: number, h: number, font: string, fill: string, ink: string): number {
  g.font = `700 ${h * 0.68}px ${font}`;
  const w = Math.max(h, g.measureText(text).width + h * 0.7);
  g.fillStyle = fill;
  g.beginPath();
  g.roundRect(x - w, y - h / 2, w, h, h / 2);
  g.fill();
  g.fillStyle = ink;
  g.textAlign = "center";
  g.textBaseline = "middle";
  g.fillText(text, x - w / 2, y + h * 0.04);
  return w;
}
