// Who follows somebody stops with the first thing that they do themselves.
const quiet = new Set(["Control", "Shift", "Alt", "Meta"]);

export function mount(dotnet) {
  const stop = new AbortController();
  let following = false;
  const acted = (event) => {
    if (!following || !event.isTrusted || quiet.has(event.key) || event.target.closest?.("[data-following]")) return;
    following = false;
    dotnet.invokeMethodAsync("Acted");
  };
  for (const type of ["pointerdown", "keydown", "wheel"]) document.addEventListener(type, acted, { capture: true, passive: true, signal: stop.signal });
  return {
    watch(on) { following = on; },
    unmount: () => stop.abort(),
  };
}
