using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ThreatBoard.Browser.Tests.Running;

/// <summary>axe in a page: handed over once a page, since reading its script takes longer than most of its rules.</summary>
internal static class Axe
{
    // However short, a transition shows the old colour until the next frame is drawn.
    private const string Run = """
        async only => {
            const frame = () => new Promise(drawn => requestAnimationFrame(drawn));
            await frame();
            await frame();
            await Promise.allSettled(document.getAnimations().filter(a => a.effect.getComputedTiming().endTime < 1000).map(a => a.finished));
            const { violations } = await axe.run(document, { resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) });
            return violations.filter(v => ['serious', 'critical'].includes(v.impact)).flatMap(v => v.nodes.map(node => `${v.id}: ${node.html}`));
        }
        """;

    private static readonly string[] s_ofColour = ["color-contrast", "link-in-text-block"];
    private static readonly string s_script = new BundledAxeScriptProvider().GetScript();

    /// <summary>The serious and critical findings of all rules, as rule and place.</summary>
    public static Task<IReadOnlyList<string>> SeriousFindingsAsync(IPage page) => FindAsync(page, null);

    /// <summary>Those of the rules that colours can break, for a page of which only the colours have changed.</summary>
    public static Task<IReadOnlyList<string>> ColourFindingsAsync(IPage page) => FindAsync(page, s_ofColour);

    private static async Task<IReadOnlyList<string>> FindAsync(IPage page, string[]? only)
    {
        if (await page.EvaluateAsync<bool>("!window.axe")) await page.EvaluateAsync(s_script);
        return await page.EvaluateAsync<string[]>(Run, only);
    }
}
