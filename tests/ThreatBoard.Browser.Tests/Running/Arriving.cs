using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ThreatBoard.Browser.Tests.Running;

/// <summary>Waits for an address by looking at it again and again.</summary>
/// <remarks>Playwright's own waiting listens for the next change of the address, and misses one that comes before it listens: a page here often goes on within a few milliseconds.</remarks>
internal static class Arriving
{
    private const float Patience = 30_000;

    /// <param name="address">With <c>**</c> for anything, <c>*</c> for anything without a slash.</param>
    /// <param name="patience">In milliseconds.</param>
    public static Task ArriveAtAsync(this IPage page, string address, float patience = Patience)
    {
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        return page.ArriveAtAsync(new Regex($"^{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(1)), patience);
    }

    /// <param name="patience">In milliseconds.</param>
    public static Task ArriveAtAsync(this IPage page, Regex address, float patience = Patience) => Expect(page).ToHaveURLAsync(address, new() { Timeout = patience });
}
