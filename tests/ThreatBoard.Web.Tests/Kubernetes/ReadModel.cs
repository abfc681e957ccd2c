using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Derivation;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Clusters;

namespace ThreatBoard.Web.Tests.Kubernetes;

/// <summary>A model of one source as its manifests give it, and the cluster that they tell of.</summary>
internal sealed class ReadModel
{
    private const string Name = "prod";

    public ReadModel(IReadOnlyList<Upload> uploads, params Func<ModelContent, ModelContent>[] afterwards)
    {
        var objects = ManifestReader.Read(uploads).Objects;
        var source = new Source { Id = DerivedContent.Self, Name = "the shop's repository", Cluster = Name };
        Content = afterwards.Aggregate(ModelDerivation.Of(objects, new(Name, "production", "shop")).Content.With(source), (content, change) => change(content));
        Cluster = new(Name, [source], new(objects));
    }

    public ModelContent Content { get; }

    public ModelCluster Cluster { get; }

    public static ReadModel Of(string yaml) => new([Upload.Pasted(yaml)]);

    public Task<T> AskAsync<T>(Func<ClusterLook, T> ask) => Cluster.AskAsync(Content, ask, TestContext.Current.CancellationToken);

    /// <summary>The only container of a workload.</summary>
    public Component Container(string workload) =>
        Content.All<Component>().Single(component => component.Origins.Any(origin => origin.Key.Contains($"/{workload}#", StringComparison.Ordinal)));
}
