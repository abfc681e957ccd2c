using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests;

/// <summary>Says who breaks a convention; every check is also seen to name a sample that does.</summary>
internal static class Offenders
{
    public static void AreNone(IEnumerable<string> offences)
    {
        var all = offences.ToList();
        Assert.True(all.Count == 0, string.Join(Environment.NewLine, all));
    }

    public static SourceFile Sample(string path, string text) => new(path, text);

    /// <summary>The check names the sample, and says <paramref name="word"/> of it.</summary>
    public static void Names(IEnumerable<string> offences, string word) =>
        Assert.Contains(word, Assert.Single(offences), StringComparison.Ordinal);
}
