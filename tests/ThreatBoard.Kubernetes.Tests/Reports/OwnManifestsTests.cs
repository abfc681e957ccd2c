using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Kubernetes.NetworkPolicies;
using ThreatBoard.Kubernetes.PodSecurity;
using ThreatBoard.Kubernetes.Reachability;
using ThreatBoard.Kubernetes.Reports;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Kubernetes.Tests.Reports;

/// <summary>ThreatBoard's own manifests, <c>docs/kubernetes</c>, as its own rules see them.</summary>
public sealed class OwnManifestsTests
{
    private static string Folder => Path.Combine(Repository.Root, "docs", "kubernetes");

    private static ManifestModel Model { get; } = Report.Model(
        [.. Directory.GetFiles(Folder, "*.yaml").Order(StringComparer.Ordinal).Select(file => new Upload(Path.GetFileName(file), File.ReadAllBytes(file)))]);

    [Fact]
    public void The_rules_find_nothing_above_medium()
    {
        var worst = FindingsReport.Of(Model).Findings.Where(found => found.IsFound && found.Band > RiskBand.Medium).Select(found => $"{found.Card.Code} {found.Subject}: {found.Finding.Reason}");

        Assert.Empty(worst);
    }

    [Fact]
    public void Whatever_the_folder_names_is_there_and_everything_there_is_read()
    {
        var kustomization = File.ReadAllText(Path.Combine(Folder, "kustomization.yaml"));
        foreach (var file in Directory.GetFiles(Folder, "*.yaml").Select(Path.GetFileName).Where(name => name != "kustomization.yaml"))
            Assert.Contains($"- {file}\n", kustomization, StringComparison.Ordinal);

        Assert.DoesNotContain(Model.Reading.Problems, problem => problem.Severity is ProblemSeverity.Refused or ProblemSeverity.Warning);
        Assert.Equal(0, Model.Reading.WithoutNamespace);
        Assert.DoesNotContain(Model.Reading.Objects, o => o.Kind == "Secret");
    }

    [Fact]
    public void Nothing_gets_out_but_to_the_database_and_to_dns_and_nothing_in_but_by_the_ingress()
    {
        var reach = Model.Cluster.Reach;
        Assert.Equal(2, Model.Cluster.Workloads.Length);
        Assert.All(Model.Cluster.Workloads, workload =>
        {
            Assert.All(reach.Outside(workload, Direction.Egress), range => Assert.Equal(Reachable.Denied, range.Verdict.State));
            Assert.All(reach.Outside(workload, Direction.Ingress), range => Assert.Equal(Reachable.Denied, range.Verdict.State));
            Assert.Equal(Reachable.Allowed, reach.ToDns(workload).Of(Protocol.Udp, 53));
        });
        Assert.All(Model.Cluster.EntryPoints, entry => Assert.Equal(EntryKind.Ingress, entry.Kind));
        Assert.NotEmpty(Model.Cluster.EntryPoints);
    }

    [Fact]
    public void One_replica_is_replaced_and_never_doubled()
    {
        var web = Model.Cluster.Find("apps/Deployment/threatboard/threatboard")!.Value;

        Assert.Equal((1L, "Recreate"), (web["spec"]["replicas"].Number, web["spec"]["strategy"]["type"].Text));
    }
}
