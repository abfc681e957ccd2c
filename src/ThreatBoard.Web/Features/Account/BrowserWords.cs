namespace ThreatBoard.Web.Features.Account;

/// <summary>What a browser says it is, in two words.</summary>
internal static class BrowserWords
{
    // The order matters: most browsers say that they are some of the others as well.
    private static readonly (string Sign, string Word)[] s_browsers = [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Word)[] s_systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    public static string Of(string browser) => $"{Found(s_browsers, browser) ?? "A browser"} on {Found(s_systems, browser) ?? "an unknown system"}";

    private static string? Found((string Sign, string Word)[] known, string browser) => known.FirstOrDefault(one => browser.Contains(one.Sign, StringComparison.Ordinal)).Word;
}
