const fitted = new Map<string, string>();

/** Draws text shortened to `width`; measured once for each text, since measuring is what costs. Names never become markup: canvas knows none. */
export function fitText(g: CanvasRenderingContext2D, text: string, width: number): string {
  const key = `${g.font}|${Math.round(width)}|${text}`;
  const known = fitted.get(key);
  if (known !== undefined) return known;
  if (fitted.size > 20_000) fitted.clear();
  const result = shorten(text, width, part => g.measureText(part).width);
  fitted.set(key, result);
  return result;
}

/** For when the font itself has changed. */
export function forgetWidths(): void { fitted.clear(); }

/** The longest start of `text` that fits with an ellipsis; the whole text where it fits. */
export function shorten(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  let low = 0, high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${text.slice(0, middle).trimEnd()}…`) <= width) low = middle; else high = middle - 1;
  }
  return low === 0 ? "" : `${text.slice(0, low).trimEnd()}…`;
}
