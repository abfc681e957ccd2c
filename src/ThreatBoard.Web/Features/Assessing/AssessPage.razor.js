// The queue's keys. They are numbered and sent in order, a batch at a time, and again until the server has heard them: whoever types
// faster than the screen follows loses nothing.
const keys = new Set(["1", "2", "3", "4", "5", "j", "k", "s", "Enter", "Backspace"]);
const again = 500;
const typing = (target) => target.closest?.("input, textarea, select, [contenteditable='true']");

export function mount(page, dotnet) {
  const stop = new AbortController();
  const waiting = [];
  let [first, sending] = [1, false];

  async function send() {
    if (sending) return;
    sending = true;
    while (waiting.length > 0 && !stop.signal.aborted) {
      const batch = waiting.slice(0, 100);
      try {
        await dotnet.invokeMethodAsync("OnKeys", first, batch);
        waiting.splice(0, batch.length);
        first += batch.length;
      } catch {
        await new Promise((later) => setTimeout(later, again));
      }
    }
    sending = false;
  }

  function press(key) {
    waiting.push(key);
    send();
  }

  function typed(event) {
    // In a box keys write; Ctrl+Enter saves from there, Esc leaves it.
    if (event.key === "Escape") {
      event.target.blur();
      event.stopPropagation();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.target.blur();
      press("Enter");
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || document.querySelector(".tb-scrim")) return;
    if (typing(event.target)) {
      if (page.contains(event.target)) typed(event);
      return;
    }
    if (event.ctrlKey || event.metaKey || !keys.has(event.key)) return;
    // A link or a button that was reached by Tab keeps its Enter; the figures were chosen by being pressed.
    const control = event.target.closest?.("a, button, summary");
    if (event.key === "Enter" && control && !control.matches("[data-figure]")) return;
    event.preventDefault();
    press(event.key);
  }, { signal: stop.signal });

  page.addEventListener("click", (event) => {
    const button = event.target.closest("[data-press]");
    if (button) press(button.dataset.press);
  }, { signal: stop.signal });

  return { unmount: () => stop.abort() };
}
