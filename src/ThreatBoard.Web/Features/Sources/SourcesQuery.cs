using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Importing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Samples;

namespace ThreatBoard.Web.Features.Sources;

/// <summary>The sources of a model, those included whose first reading still waits.</summary>
public sealed class SourcesQuery(LiveModels models, WorkspaceModels names, ProposalStore proposals)
{
    private const int ShortHash = 12;

    public async Task<SourceList> RunAsync(ModelAccess access, CancellationToken cancel)
    {
        var content = (await models.ReadAsync(access, cancel)).Content;
        var imports = (await proposals.ListAsync(access, pendingOnly: false, cancel)).ToLookup(import => import.SourceId);
        var known = content.All<Source>().Select(source => RowOf(source, content, imports[source.Id.Value]));
        var first = imports.Where(of => content.Find<Source>(of.Key) is null && of.Any(import => import.State is ProposalState.Pending)).Select(of => RowOf(of.First(), of));
        return new(
            (await names.GetAsync(access, cancel)).Name,
            [.. known.Concat(first).OrderBy(row => row.Cluster, StringComparer.CurrentCulture).ThenBy(row => row.Name, StringComparer.CurrentCulture)],
            content.All<Component>().Count(component => component.Origins.Count == 0),
            content.All<Flow>().Count(flow => flow.Origins.Count == 0));
    }

    private static SourceRow RowOf(Source source, ModelContent content, IEnumerable<ImportProposal> imports)
    {
        var accepted = imports.Where(import => import.State is ProposalState.Accepted).MaxBy(import => import.DecidedAt);
        return new(
            source.Id, source.Name, source.Cluster, source.Environment, source.Snapshot.Length > ShortHash ? source.Snapshot[..ShortHash] : source.Snapshot,
            accepted?.DecidedAt, accepted?.DecidedBy, WaitingSince(imports), CountsOf(source.Id, content),
            (source.Name, source.Cluster) == (Sample.Source.Name, Sample.Source.Cluster));
    }

    private static SourceRow RowOf(ImportProposal first, IEnumerable<ImportProposal> imports) => new(
        new(first.SourceId), first.SourceName, first.Cluster, first.Environment, "", AcceptedAt: null, AcceptedBy: null,
        WaitingSince(imports), new(0, 0, 0, 0), IsSample: false);

    private static DateTimeOffset? WaitingSince(IEnumerable<ImportProposal> imports) =>
        imports.FirstOrDefault(import => import.State is ProposalState.Pending)?.CreatedAt;

    private static SourceCounts CountsOf(Id<Source> source, ModelContent content)
    {
        int Brought<T>()
            where T : class, IEntity<T>, IDerivedEntity => content.All<T>().Count(entity => entity.Origins.Any(origin => origin.Source == source));
        return new(Brought<Boundary>(), Brought<Component>(), Brought<Flow>(), Brought<Control>());
    }
}
