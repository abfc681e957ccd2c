/** The one thing that a report does: its button prints it. */
document.querySelector("[data-print]")?.addEventListener("click", () => print());
