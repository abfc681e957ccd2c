using System.Collections.Immutable;
using System.Text.Json;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Testing;

namespace ThreatBoard.Kubernetes.Tests.Catalogue;

public sealed class KubernetesRulesTests
{
    private static readonly HashSet<string> s_decided = [.. KubernetesRules.All.Select(r => r.Card.Code)];

    [Fact]
    public void Rules_stand_in_the_list_once_and_no_finding_has_the_key_of_another()
    {
        Assert.Equal(KubernetesRules.All.Length, s_decided.Count);
        var findings = TestModel.Of(Kubernetes.Samples.Sample.Weak).AllFindings();
        Assert.Equal(findings.Count, findings.Select(f => f.Key).Distinct().Count());
    }

    [Fact]
    public void What_the_reference_application_must_show_is_found()
    {
        var model = Reference("insecure.yaml", out var expected);
        var findings = model.AllFindings();
        foreach (var subject in expected.RootElement.GetProperty("insecure").GetProperty("mustFire").EnumerateObject())
        {
            foreach (var code in subject.Value.EnumerateArray().Select(c => c.GetString()!).Where(s_decided.Contains))
                Assert.True(findings.Any(f => f.Card.Code == code && IsAbout(f.Subject, subject.Name, model)), $"{code} of {subject.Name} is missing");
        }
    }

    [Fact]
    public void What_the_hardened_reference_application_must_not_show_is_not_found()
    {
        var model = Reference("hardened.yaml", out var expected);
        var forbidden = expected.RootElement.GetProperty("hardened").GetProperty("mustNotFire").EnumerateArray().Select(c => c.GetString()).ToHashSet();

        Assert.DoesNotContain(model.AllFindings(), f => forbidden.Contains(f.Card.Code));
    }

    [Theory]
    [InlineData("insecure.yaml", 4)]
    [InlineData("hardened.yaml", 3)]
    public void The_flows_of_the_reference_application_are_derived(string file, int count)
    {
        var flows = Reference(file, out _).Flows().ToList();

        Assert.Equal(count, flows.Count);
        Assert.Contains("frontend/nginx → backend/node:3000", flows);
        Assert.Contains("backend/node → mysql/mysql:3306", flows);
        Assert.Contains(flows, f => f.StartsWith("Internet → frontend/nginx", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_cluster_is_judged_by_its_own_sources_alone()
    {
        var (one, other) = (Source("a"), Source("b"));
        var pod = Reading.Of("apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: shop}\nspec: {containers: [{name: c}]}").Objects;
        var policy = Reading.Of("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: d, namespace: shop}\nspec: {policyTypes: [Ingress, Egress]}").Objects;
        var content = ModelContent.Empty.With<Source>([one, other]).Apply(Proposed(one, pod, ModelContent.Empty));

        RuleRunOf(one, "TB-NET-01", 1, (one, pod), (other, policy));
        RuleRunOf(one, "TB-NET-01", 0, (one, pod), (other with { Cluster = "a" }, policy));

        void RuleRunOf(Source _, string code, int expected, params (Source Source, ImmutableArray<KubernetesObject> Objects)[] readings)
        {
            var now = content.With(readings.Select(r => r.Source));
            var run = KubernetesRules.Run(now, readings.ToDictionary(r => r.Source.Id, r => r.Objects));
            Assert.Equal(expected, run.Findings.Count(f => f.Card.Code == code));
        }
    }

    private static Source Source(string cluster) => new() { Id = new(Guid.CreateVersion7()), Name = cluster, Cluster = cluster };

    private static ImmutableArray<Change> Proposed(Source source, ImmutableArray<KubernetesObject> objects, ModelContent now) =>
        SourceUpdate.Propose(now, source, DerivedContent.Nothing, Kubernetes.Derivation.ModelDerivation.Of(objects, new(source.Cluster, "", source.Name)), [], TimeProvider.System).Accept(now, []);

    private static TestModel Reference(string file, out JsonDocument expected)
    {
        var folder = Corpus.At("manifests", "three-tier-reference");
        Assert.SkipWhen(folder is null, Corpus.Absent);
        expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder!, "expected.json")));
        return TestModel.Of([new Upload(file, File.ReadAllBytes(Path.Combine(folder!, file)))]);
    }

    /// <summary>A workload's findings are on its pod or its containers; those of objects on the flow they open or the place they lie in.</summary>
    private static bool IsAbout(EntityRef subject, string name, TestModel model)
    {
        if (name == "paths") return true;
        var title = model.Content.TitleOf(subject);
        if (name.Contains(' ', StringComparison.Ordinal)) return subject.Is<Flow>() || title is "shop" or "prod";
        var workload = name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];
        if (subject.Is<Boundary>()) return title == workload;
        return model.Content.Find<Component>(subject.Id) is { } component && model.Content.Find(component.Tenancy)?.Name == workload;
    }
}
