using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Kubernetes.Catalogue;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Testing;

namespace ThreatBoard.Kubernetes.Tests.Catalogue;

public sealed class FindingGroupsTests(ITestOutputHelper output)
{
    [Fact]
    public void Findings_of_one_rule_with_one_cause_are_one_group_with_its_subjects()
    {
        var model = TestModel.Of(string.Concat("abcdef".Select(name => Pod($"{name}", "containers: [{name: c, securityContext: {privileged: true}}]"))));

        var group = Assert.Single(Groups(model), g => g.Card.Code == "TB-CTR-01");

        Assert.Equal((6, 0, 6), (group.Subjects, group.Exposed, group.Findings.Length));
    }

    [Fact]
    public void Two_causes_are_two_groups_and_many_causes_are_one()
    {
        Assert.Equal(2, Groups(Mounting("/etc", "/etc", "/root")).Count(g => g.Card.Code == "TB-POD-05"));
        Assert.Equal(5, Assert.Single(Groups(Mounting("/etc", "/root", "/home", "/usr", "/boot")), g => g.Card.Code == "TB-POD-05").Subjects);
    }

    [Fact]
    public void What_the_internet_reaches_comes_first_and_what_cannot_be_told_last()
    {
        var model = TestModel.Of(
            "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}\n---\n"
            + Pod("inner", "hostPID: true") + Pod("web", "containers: [{name: c, securityContext: {privileged: true}}]", "labels: {app: web}, "));

        var groups = Groups(model).ToList();

        Assert.Equal("TB-CTR-01", groups.First(g => g.Card.Code is "TB-CTR-01" or "TB-POD-01").Card.Code);
        Assert.Equal(groups.OrderBy(g => g.Answer == Answer.Found ? 0 : 1).ThenByDescending(g => BandScale.Usual.Of(g.Suggested.Score)), groups);
        Assert.Equal("Pod/shop/web", Assert.Single(groups, g => g.Card.Code == "TB-CTR-09").Findings[0].Evidence[0].Object);
    }

    [Theory]
    [InlineData("online-boutique")]
    [InlineData("sock-shop")]
    [InlineData("bookinfo")]
    public void Of_an_application_the_worst_stands_on_a_page_that_can_be_read(string name)
    {
        var folder = Corpus.At("manifests", name);
        Assert.SkipWhen(folder is null, Corpus.Absent);
        var model = TestModel.Of([.. Directory.EnumerateFiles(folder!, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".yaml" or ".yml" or ".json").Order(StringComparer.Ordinal).Select(f => new Upload(Path.GetRelativePath(folder!, f), File.ReadAllBytes(f)))]);

        var groups = Groups(model);

        foreach (var group in groups)
            output.WriteLine($"{group.Card.Code} {group.Answer} {group.Suggested.Score} {group.Card.Title}: {group.Because} [{group.Subjects} subjects, {group.Exposed} exposed: {string.Join(", ", group.Findings.Take(3).Select(f => f.Evidence.Count > 0 ? f.Evidence[0].Object : "?"))}]");
        output.WriteLine($"{model.AllFindings().Count} findings in {groups.Length} groups");
        var found = groups.Count(g => g.Answer == Answer.Found);
        Assert.InRange(found, 1, name == "online-boutique" ? FindingGroups.Page : 2 * FindingGroups.Page);
        Assert.All(groups.Skip(FindingGroups.Page), g => Assert.True(g.Answer == Answer.CannotTell || BandScale.Usual.Of(g.Suggested.Score) < RiskBand.High, g.Card.Code));
    }

    private static ImmutableArray<FindingGroup> Groups(TestModel model) => FindingGroups.Of(model.AllFindings(), model.Cluster);

    private static TestModel Mounting(params string[] paths) =>
        TestModel.Of(string.Concat(paths.Select((path, i) => Pod($"p{i}", $"containers: [{{name: c}}], volumes: [{{name: v, hostPath: {{path: {path}}}}}]"))));

    private static string Pod(string name, string spec, string metadata = "") => $"apiVersion: v1\nkind: Pod\nmetadata: {{{metadata}name: {name}, namespace: shop}}\nspec: {{{spec}}}\n---\n";
}
