using System.Text.RegularExpressions;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests.Checks;

/// <summary>What would tie the repository to one machine: its paths, and the hosts of its package registries.</summary>
public static partial class Places
{
    private static readonly string[] s_publicRegistries = ["registry.npmjs.org", "api.nuget.org", "www.nuget.org", "nuget.org", "www.npmjs.com", "registry.k8s.io"];

    public static IEnumerable<string> OfOneMachine(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        from found in Offences(line.Text)
        select $"{file.Path}:{line.Number} names {found}";

    private static IEnumerable<string> Offences(string line) =>
        MachinePath().Matches(line).Select(m => m.Value)
            .Concat(Registry().Matches(line).Select(m => m.Groups["host"].Value).Except(s_publicRegistries));

    /// <summary>Working folders and homes of those who build this, never of the programs that it describes.</summary>
    [GeneratedRegex(@"(?<![\w.~-])/(work|farm)/[\w.]+|(?<![\w.~-])/(home|Users)/[a-z]\w*/|(?<![\w])[A-Z]:\\Users\\", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"https?://(?<host>[\w.-]*(nuget|npm|artifactory|nexus|registry|pypi|verdaccio|mirror|proxy)[\w.-]*)(:\d+)?/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Registry();
}
