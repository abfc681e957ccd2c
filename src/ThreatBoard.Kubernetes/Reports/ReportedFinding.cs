using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Reports;

/// <summary>What a rule saw, and where it stands in the files; nowhere where it is the absence of something.</summary>
public sealed record ReportedPlace(Evidence Seen, ObjectLocation? At);

/// <summary>A finding as reports write it: rated, with the name of what it is about and the places of its evidence.</summary>
/// <param name="Subject">The key of what it is about, such as <c>apps/Deployment/shop/frontend#container/nginx</c>.</param>
/// <param name="At">Where to look first: the first place, else the object that it is about; null where no file says anything of it.</param>
public sealed record ReportedFinding(Finding Finding, string Subject, ObjectLocation? At, ImmutableArray<ReportedPlace> Places)
{
    public RuleCard Card => Finding.Card;

    public bool IsFound => Finding.Answer is Answer.Found;

    public Rating Rating => Finding.Suggested;

    /// <summary>By the bands with which every workspace begins: nobody has rated anything yet.</summary>
    public RiskBand Band => BandScale.Usual.Of(Rating.Score);

    /// <summary>64 hexadecimal digits, the same as long as rule and subject are: neither lines nor files change it.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Finding.Key.ToString())));
}
