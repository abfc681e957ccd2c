using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Masking;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Catalogue;

/// <summary>Tells which masks stand for a credential, and which were only put to be safe.</summary>
internal static class PlainCredentials
{
    public static bool IsOne(Cursor value) => value.Masked is
        MaskReason.CredentialName or MaskReason.UrlPassword or MaskReason.KnownToken or MaskReason.PrivateKey or MaskReason.Argument or MaskReason.InText;

    /// <summary>Of a long text only what is masked in it, not the whole of it.</summary>
    public static Evidence Seen(Cursor value) =>
        value.Evidence is { Value: var text } whole && text.Contains('\n', StringComparison.Ordinal) ? whole with { Value = MaskedText.Marker } : value.Evidence;
}
