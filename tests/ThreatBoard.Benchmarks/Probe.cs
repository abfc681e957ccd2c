using System.Globalization;
using Microsoft.Playwright;

namespace ThreatBoard.Benchmarks;

/// <summary>A stopwatch inside the page: from an event's own time to the frame in which something is to be seen, with no round trip in it.</summary>
public static class Probe
{
    /// <summary>Runs before the scripts of every page.</summary>
    public const string Script = """
        window.probe = {
          graph: () => document.querySelector(".diagram-canvas[data-ready]")?._cyreg?.cy,
          choose: async (scene, which) => {
            const chosen = (await fetch(scene).then(answer => answer.json())).components[which];
            probe.part = probe.graph().getElementById(chosen.id);
            return chosen.name;
          },
          middle: () => {
            const place = probe.part.renderedPosition(), host = probe.graph().container().getBoundingClientRect();
            return [place.x + host.x, place.y + host.y];
          },
          painted: () => probe.graph() && performance.getEntriesByName("diagram-painted").length > 0,
          drawn: () => new Promise(done => requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => done(performance.now());
            after.port2.postMessage(0);
          })),
          shown: holds => new Promise(done => {
            const look = () => holds() ? probe.drawn().then(done) : requestAnimationFrame(look);
            look();
          }),
          heard: holds => new Promise(done => {
            const watch = new MutationObserver(() => { if (holds()) { watch.disconnect(); done(performance.now()); } });
            watch.observe(document.body, { subtree: true, childList: true, characterData: true });
          }),
          from(event, wait, holds) {
            performance.clearMarks();
            probe.took = new Promise(done => addEventListener(event, e => wait(holds).then(end => done(end - e.timeStamp)), { capture: true, once: true }));
          },
          record() {
            const frames = [];
            let last = performance.now(), on = true;
            const tick = () => { const now = performance.now(); frames.push(now - last); last = now; if (on) requestAnimationFrame(tick); };
            requestAnimationFrame(tick);
            probe.frames = () => { on = false; return frames.slice(1); };
          },
        };
        """;

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    /// <summary>Milliseconds from the next event of this type that the act causes until the frame in which the condition, a script, holds.</summary>
    public static Task<double> UntilShownAsync(IPage page, string eventName, string holds, Func<Task> act) => TimeAsync(page, eventName, "shown", holds, act);

    /// <summary>The same until the document says so, not waiting for a frame.</summary>
    public static Task<double> UntilHeardAsync(IPage page, string eventName, string holds, Func<Task> act) => TimeAsync(page, eventName, "heard", holds, act);

    private static async Task<double> TimeAsync(IPage page, string eventName, string wait, string holds, Func<Task> act)
    {
        await page.EvaluateAsync(string.Create(CultureInfo.InvariantCulture, $"() => {{ probe.from('{eventName}', probe.{wait}, () => {holds}) }}"));
        await act();
        return await page.EvaluateAsync<double>("() => probe.took").WaitAsync(s_limit);
    }
}
