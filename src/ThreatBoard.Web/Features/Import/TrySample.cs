using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.Samples;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Features.Import;

/// <summary>Makes a model of the sample shop, in its weak version, with everything taken and the rules run.</summary>
public sealed class TrySample(WorkspaceModels models, StoreReading store, WaitingImports waiting, AcceptImport accept)
{
    public const string ModelName = "Sample shop";

    /// <returns>The new model.</returns>
    /// <exception cref="InvalidOperationException">The sample that came with this version was not taken: a defect of ours.</exception>
    public async Task<Guid> RunAsync(WorkspaceAccess workspace, CancellationToken cancel)
    {
        var model = await models.CreateAsync(workspace, ModelName, "A three-tier shop: nginx, Node.js and MySQL, each in its own namespace.", ["sample"], cancel);
        var source = new SourceText(Sample.Source.Name, Sample.Source.Cluster, Sample.Source.Environment);
        var import = await store.RunAsync(model, source, ManifestReader.Read(Sample.Weak), cancel);
        var set = await waiting.FindAsync(model, import.SourceId, cancel) ?? throw new InvalidOperationException("The sample's change set is not there.");
        var accepted = await accept.RunAsync(model, set, cancel);
        return accepted.Problem is null ? model.ModelId : throw new InvalidOperationException(accepted.Problem);
    }
}
