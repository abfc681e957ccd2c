// Lines out of sight may not be there: the list is scrolled to about the right place until the line comes, and then gets the focus.
const patience = 60;

export function show(list, index, share, turn = 0) {
  const line = list.querySelector(`[data-index="${index}"]`);
  if (line) {
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
    return;
  }
  if (turn > patience || !list.isConnected) return;
  if (turn === 0) {
    const scroller = list.closest("main");
    const top = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    scroller.scrollTo({ top: top + list.scrollHeight * share - scroller.clientHeight / 3 });
  }
  requestAnimationFrame(() => show(list, index, share, turn + 1));
}
