using System.Text.RegularExpressions;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests.Checks;

/// <summary>Features do not reach into each other: what two of them need lies beside the features, or below.</summary>
public static partial class Features
{
    public static IEnumerable<string> ReachingAcross(IEnumerable<SourceFile> files) =>
        from file in files
        let own = Own().Match(file.Path)
        where own.Success
        from named in Named().Matches(file.Text).Select(m => m.Groups["name"].Value).Distinct()
        where named != own.Groups["name"].Value
        select $"{file.Path} reaches into the feature {named}";

    [GeneratedRegex("^src/ThreatBoard.Web/Features/(?<name>[^/]+)/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Own();

    [GeneratedRegex(@"\bFeatures\.(?<name>[A-Z]\w*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Named();
}
