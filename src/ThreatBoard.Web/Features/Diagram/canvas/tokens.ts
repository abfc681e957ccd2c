import type { Band, BoundaryKind, Encryption } from "../scene/scene";

/**
 * The colours of the canvas come from custom properties on the page (wwwroot/css/tokens.css), so that canvas, badges, charts and
 * reports agree. Names read here, each with a fallback for light and dark:
 * --tb-canvas, --tb-surface, --tb-ink, --tb-ink-muted, --tb-line-strong, --tb-accent, --tb-font,
 * --tb-flow, --tb-flow-crossing, --tb-flow-clear, --tb-flow-unknown, --tb-flow-allowed,
 * --tb-boundary-cluster | -node | -namespace | -pod | -container | -zone,
 * --tb-added | -removed | -changed,
 * --tb-risk-low | -medium | -high | -critical, and the same with -ink for the text on them.
 */
export interface Tokens {
  font: string;
  canvas: string; surface: string; ink: string; muted: string; line: string; accent: string; actor: string;
  flow: Record<Encryption, string>;
  crossing: string;
  allowed: string;
  change: Record<"added" | "removed" | "changed", string>;
  boundary: Record<BoundaryKind | "container", string>;
  risk: Record<Band, { fill: string; ink: string }>;
  dark: boolean;
}

type Fallback = readonly [name: string, light: string, dark: string];

const fallbacks = {
  canvas: ["--tb-canvas", "#f7f8fa", "#14171c"], surface: ["--tb-surface", "#ffffff", "#22272f"],
  ink: ["--tb-ink", "#1b2430", "#e8ecf2"], muted: ["--tb-ink-muted", "#5a6675", "#a3afbf"], line: ["--tb-line-strong", "#69778a", "#8493a8"],
  accent: ["--tb-accent", "#2457d6", "#82aaff"], actor: ["--tb-actor", "#8a2846", "#f0a3b8"],
  flow: ["--tb-flow", "#3f5168", "#a9b8cc"], crossing: ["--tb-flow-crossing", "#1b2c42", "#d5e0ee"],
  clear: ["--tb-flow-clear", "#b3401a", "#ff9a6b"], unknown: ["--tb-flow-unknown", "#7a6a12", "#d8c35a"], allowed: ["--tb-flow-allowed", "#c2610a", "#ffb454"],
  cluster: ["--tb-boundary-cluster", "#2a5bb0", "#7fa8f5"], node: ["--tb-boundary-node", "#8a5a12", "#dba85a"],
  namespace: ["--tb-boundary-namespace", "#14767a", "#5cc9cc"], pod: ["--tb-boundary-pod", "#7a3fa8", "#c79bee"],
  container: ["--tb-boundary-container", "#50616f", "#9db0c0"], zone: ["--tb-boundary-zone", "#5c6b1f", "#b5c766"],
  low: ["--tb-risk-low", "#3d6fa5", "#8db9e8"], medium: ["--tb-risk-medium", "#e8c33a", "#ecd05e"],
  high: ["--tb-risk-high", "#d9661f", "#ff9550"], critical: ["--tb-risk-critical", "#a3123a", "#ff6f91"],
  added: ["--tb-added", "#0b6b3f", "#6fd3a0"], removed: ["--tb-removed", "#b0123b", "#ff8fa6"], changed: ["--tb-changed", "#8a5a00", "#f0c060"],
  lowInk: ["--tb-risk-low-ink", "#ffffff", "#0d1a28"], mediumInk: ["--tb-risk-medium-ink", "#241c00", "#241c00"],
  highInk: ["--tb-risk-high-ink", "#1f0c00", "#1f0c00"], criticalInk: ["--tb-risk-critical-ink", "#ffffff", "#2a000c"],
} satisfies Record<string, Fallback>;

/** Reads the theme that is in force on `host` right now. */
export function readTokens(host: HTMLElement): Tokens {
  const style = getComputedStyle(host);
  const dark = isDark(host);
  const of = ([name, light, darker]: Fallback) => style.getPropertyValue(name).trim() || (dark ? darker : light);
  const f = fallbacks;
  return {
    font: style.getPropertyValue("--tb-font").trim() || "Inter, system-ui, sans-serif",
    canvas: of(f.canvas), surface: of(f.surface), ink: of(f.ink), muted: of(f.muted), line: of(f.line), accent: of(f.accent), actor: of(f.actor),
    flow: { tls: of(f.flow), mtls: of(f.flow), none: of(f.clear), unknown: of(f.unknown) },
    crossing: of(f.crossing), allowed: of(f.allowed),
    change: { added: of(f.added), removed: of(f.removed), changed: of(f.changed) },
    boundary: { cluster: of(f.cluster), node: of(f.node), namespace: of(f.namespace), pod: of(f.pod), container: of(f.container), zone: of(f.zone) },
    risk: {
      L: { fill: of(f.low), ink: of(f.lowInk) }, M: { fill: of(f.medium), ink: of(f.mediumInk) },
      H: { fill: of(f.high), ink: of(f.highInk) }, C: { fill: of(f.critical), ink: of(f.criticalInk) },
    },
    dark,
  };
}

/** The page may pin a theme (color-scheme on the root); else the system decides. */
function isDark(host: HTMLElement): boolean {
  const scheme = getComputedStyle(host.ownerDocument.documentElement).colorScheme.split(" ");
  if (scheme.includes("dark") !== scheme.includes("light")) return scheme.includes("dark");
  return matchMedia("(prefers-color-scheme: dark)").matches;
}

/** Calls back when the system's scheme or the page's own theme changes. */
export function watchTheme(host: HTMLElement, changed: () => void): () => void {
  const media = matchMedia("(prefers-color-scheme: dark)");
  const root = host.ownerDocument.documentElement;
  const observer = new MutationObserver(() => changed());
  media.addEventListener("change", changed);
  observer.observe(root, { attributes: true, attributeFilter: ["class", "style", "data-theme"] });
  // A theme switch may also exchange stylesheets.
  observer.observe(root.ownerDocument.head, { childList: true, subtree: true, attributes: true, attributeFilter: ["href", "disabled", "media"] });
  return () => { media.removeEventListener("change", changed); observer.disconnect(); };
}
