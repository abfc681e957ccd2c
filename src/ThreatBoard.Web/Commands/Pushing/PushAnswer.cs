using ThreatBoard.Web.Api;

namespace ThreatBoard.Web.Commands.Pushing;

/// <summary>What came of a push: the change set that waits, or what is wrong, in words that say what to do.</summary>
public sealed record PushAnswer(ApiImport? Import, string Problem, IReadOnlyList<string> Details)
{
    public static PushAnswer Stored(ApiImport import) => new(import, "", []);

    public static PushAnswer Refused(string problem, params IReadOnlyList<string> details) => new(null, problem, details);
}
