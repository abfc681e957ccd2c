using ThreatBoard.Testing;
using ThreatBoard.Testing.Circuits;

namespace ThreatBoard.Web.Tests.Hostile;

/// <summary>A page as a browser would have it: which words it shows, and what in it would run.</summary>
internal static class ReadPage
{
    private static readonly HashSet<string> s_running = ["script", "iframe", "object", "embed", "applet", "math", "style", "meta", "base"];
    private static readonly HashSet<string> s_addresses = ["href", "src", "action", "formaction", "xlink:href", "data", "srcdoc"];
    private static readonly HashSet<string> s_read = ["value", "title", "aria-label", "alt", "placeholder"];

    extension(PageTree page)
    {
        /// <summary>Whether a text, or an attribute that people read, holds these words as they are.</summary>
        public bool Says(string words) => page.All.Any(node =>
            (node is { IsMarkup: false, Text: { } text } && text.Contains(words, StringComparison.Ordinal))
            || node.Attributes.Any(attribute => s_read.Contains(attribute.Key) && attribute.Value?.Contains(words, StringComparison.Ordinal) == true));

        /// <summary>Elements that no page of ours has, addresses that lead elsewhere than people may go, and words of somebody's choice taken for markup.</summary>
        public IEnumerable<string> Harm() =>
            from node in page.All
            where node.Element is { } element && (s_running.Contains(element) || (element == "link" && !IsOurStyle(node)))
                || node.Attributes.Any(attribute => attribute.Key.StartsWith("on", StringComparison.OrdinalIgnoreCase) || (s_addresses.Contains(attribute.Key) && !IsHarmless(attribute.Value ?? "")))
                || (node is { IsMarkup: true, Text: { } markup } && HostileTexts.All.Any(text => markup.Contains(text, StringComparison.Ordinal)))
            select node.Element is null ? node.Text! : $"<{node.Element} {string.Join(' ', node.Attributes)}>";
    }

    // A page brings its styles along; which one is left over from the page before depends on the moment.
    private static bool IsOurStyle(PageNode link) => link["rel"] == "stylesheet" && link["href"]?.StartsWith("css/", StringComparison.Ordinal) == true;

    private static bool IsHarmless(string address) => address switch
    {
        _ when address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal) || address.StartsWith("mailto:", StringComparison.Ordinal) => true,
        _ => !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal) && !address.Split('?')[0].Contains(':', StringComparison.Ordinal),
    };
}
