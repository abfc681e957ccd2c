using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Analysis;

/// <summary>Which assets a flow carries or a component keeps, and how much harm their disclosure would do.</summary>
public static class AssetUse
{
    public static IEnumerable<Asset> Carried(this ModelGraph graph, Flow flow) =>
        flow.Carries.Select(id => graph.Content.Find<Asset>(id.Value)).OfType<Asset>();

    public static IEnumerable<Asset> Stored(this ModelGraph graph, Component component) =>
        component.Stores.Select(id => graph.Content.Find<Asset>(id.Value)).OfType<Asset>();

    /// <summary>Confidential or restricted; an asset that nobody classified is <see cref="Fact.Unknown"/>.</summary>
    public static Fact IsSensitive(this Asset asset) => asset.Classification switch
    {
        Classification.Unclassified => Fact.Unknown,
        Classification.Confidential or Classification.Restricted => Fact.Yes,
        _ => Fact.No,
    };

    public static bool IsEncrypted(this Flow flow) => flow.Transport.Encryption is Encryption.Tls or Encryption.MutualTls;
}
