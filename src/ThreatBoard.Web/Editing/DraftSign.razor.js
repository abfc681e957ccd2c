// Text boxes with data-draft tell the server what is typed at most three times a second, at once where they are left or a key acts on
// them, and again when the connection is back: what was sent into a line that was about to break may never have arrived.
const pause = 300;

export function pace(listen) {
  const waiting = new Map();
  const touched = new Set();
  let sending = null;

  const isLost = () => document.querySelector("#components-reconnect-modal")?.matches(".components-reconnect-show, .components-reconnect-failed, .components-reconnect-rejected") ?? false;
  const send = (box) => {
    clearTimeout(waiting.get(box));
    waiting.delete(box);
    if (!box.isConnected || isLost()) return;
    sending = box;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    sending = null;
  };
  const sendNow = (box) => { if (waiting.has(box)) send(box); };
  const sendAll = () => { for (const box of [...waiting.keys()]) send(box); };

  // At the window, and so before Blazor: it hears a form that is sent as early as the document does.
  listen(window, "input", (event) => {
    const box = event.target;
    if (box === sending || !box.matches?.("[data-draft]")) return;
    event.stopImmediatePropagation();
    touched.add(box);
    if (!waiting.has(box)) waiting.set(box, setTimeout(() => send(box), pause));
  }, { capture: true });
  listen(window, "change", (event) => sendNow(event.target), { capture: true });
  listen(window, "focusout", (event) => sendNow(event.target), { capture: true });
  listen(window, "keydown", (event) => { if (event.key === "Enter" || event.key === "Escape") sendNow(event.target); }, { capture: true });
  listen(window, "submit", sendAll, { capture: true });
  listen(window, "pagehide", sendAll);

  const modal = document.querySelector("#components-reconnect-modal");
  const observer = new MutationObserver(() => {
    if (isLost()) return;
    for (const box of [...touched]) if (box.isConnected) send(box); else touched.delete(box);
  });
  if (modal) observer.observe(modal, { attributes: true, attributeFilter: ["class"] });
  return () => { observer.disconnect(); for (const timer of waiting.values()) clearTimeout(timer); };
}
