import { pace } from "../Editing/DraftSign.razor.js";

// The frame's keys, theme and panel width. State belongs to the mounted frame; unmount takes every listener away.
const widthKey = "threatboard-panel-width";
// While a text offers a list, these move in it and choose from it.
const listKeys = new Set(["ArrowDown", "ArrowUp", "Enter", "Tab", "Escape"]);
const typing = (target) => target.closest?.("input, textarea, select, [contenteditable='true']");

export function mount(frame, dotnet) {
  const stop = new AbortController();
  const listen = (target, type, handler, options) => target.addEventListener(type, handler, { signal: stop.signal, ...options });
  let before = "";

  listen(document, "keydown", (event) => {
    if (listKeys.has(event.key) && !event.shiftKey && !event.ctrlKey && !event.metaKey && event.target.matches?.("textarea[aria-activedescendant]")) event.preventDefault();
    const key = keyOf(event, before);
    before = !typing(event.target) && event.key === "g" ? "g" : "";
    if (!key) return;
    if (key === "filter") {
      const filter = frame.querySelector("main [data-filter]");
      if (!filter) return;
      filter.focus();
    } else dotnet.invokeMethodAsync("OnKey", key);
    if (key !== "escape") event.preventDefault();
  });
  listen(frame, "click", (event) => {
    if (!event.target.closest("[data-skip]")) return;
    event.preventDefault();
    frame.querySelector("main").focus();
  });
  // Choosing from a list leaves the focus in the box that offers it: leaving the box would close the list before the press has ended.
  listen(document, "mousedown", (event) => {
    if (event.target.closest?.("[role='listbox']")) event.preventDefault();
  });
  listen(frame, "click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button, frame.querySelector(`#${button.dataset.copy}`));
  });
  resizing(frame, listen);
  const unpace = pace(listen);
  return {
    theme: () => document.documentElement.dataset.theme || null,
    useTheme,
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    unmount: () => { stop.abort(); unpace(); },
  };
}

// navigator.clipboard is missing where the address is neither https nor of this machine.
async function copy(button, box) {
  box.select();
  if (navigator.clipboard) await navigator.clipboard.writeText(box.value);
  else document.execCommand("copy");
  button.dataset.done = "true";
  button.parentElement.querySelector("[data-copied]").textContent = "Copied";
}

function keyOf(event, before) {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") return "palette";
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null;
  if (event.key === "Escape") return "escape";
  if (typing(event.target)) return null;
  if (event.key === "?") return "shortcuts";
  if (event.key === "/") return "filter";
  return before === "g" && /^[a-z]$/.test(event.key) ? `g:${event.key}` : null;
}

function useTheme(theme) {
  document.documentElement.dataset.theme = theme ?? "";
  document.querySelector("meta[name=color-scheme]").content = theme ?? "light dark";
  for (const link of document.querySelectorAll("link[data-side]")) {
    const side = link.dataset.side;
    // Paper is light, whatever the screen shows.
    const shown = side === "dark" ? "screen" : "all";
    link.media = theme ? (theme === side ? shown : "not all") : `${shown} and (prefers-color-scheme: ${side})`;
  }
  document.cookie = `threatboard-theme=${theme ?? ""}; path=/; SameSite=Strict; max-age=${theme ? 31536000 : 0}`;
}

function resizing(frame, listen) {
  const use = (width) => {
    const bounded = Math.max(320, Math.min(width, window.innerWidth * 0.6));
    frame.style.setProperty("--tb-panel", `${bounded}px`);
    frame.querySelector("[data-grip]")?.setAttribute("aria-valuenow", String(Math.round(bounded)));
    localStorage.setItem(widthKey, String(bounded));
  };
  const stored = Number(localStorage.getItem(widthKey));
  if (stored) use(stored);
  const width = () => frame.querySelector(".tb-panel").getBoundingClientRect().width;
  listen(frame, "pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (!grip) return;
    grip.setPointerCapture(event.pointerId);
    const [start, from] = [event.clientX, width()];
    const move = (moved) => use(from + start - moved.clientX);
    grip.addEventListener("pointermove", move);
    grip.addEventListener("lostpointercapture", () => grip.removeEventListener("pointermove", move), { once: true });
  });
  listen(frame, "keydown", (event) => {
    if (!event.target.closest?.("[data-grip]")) return;
    if (event.key === "ArrowLeft") use(width() + 16);
    if (event.key === "ArrowRight") use(width() - 16);
  });
}
