using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Catalogue.Rules;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Catalogue.Rules.Network;

namespace ThreatBoard.Web.Rules;

/// <summary>One cause, one finding, where a rule of the model and a rule of the manifests speak about the same flow.</summary>
internal static class SameCause
{
    private static readonly string s_ofModel = new CleartextAcrossBoundary().Card.Code;
    private static readonly string s_ofManifests = new ClearTextFlow().Card.Code;

    /// <summary>The model's finding stays, since decisions hang on it; where it cannot tell and the manifests can, it says what they say.</summary>
    public static RuleRun Joined(RuleRun run)
    {
        var manifests = run.Findings.Where(f => f.Card.Code == s_ofManifests).ToLookup(f => f.Subject);
        var joined = run.Findings.Where(f => f.Card.Code == s_ofModel && manifests.Contains(f.Subject)).Select(f => f.Subject).ToHashSet();
        return run with
        {
            Findings = [.. run.Findings.Where(f => f.Card.Code != s_ofManifests || !joined.Contains(f.Subject)).Select(f => f.Card.Code == s_ofModel ? Surer(f, manifests[f.Subject]) : f)],
        };
    }

    private static Finding Surer(Finding said, IEnumerable<Finding> manifests) =>
        said.Answer == Answer.CannotTell && manifests.FirstOrDefault(f => f.Answer == Answer.Found) is { } found
            ? said with { Answer = found.Answer, Because = found.Because, Evidence = found.Evidence }
            : said;
}
