using System.Collections.Immutable;
using Bunit;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.PodSecurity;
using ThreatBoard.Kubernetes.Samples;
using ThreatBoard.Testing;
using ThreatBoard.Web.Clusters;
using ThreatBoard.Web.Features.Kubernetes;

namespace ThreatBoard.Web.Tests.Kubernetes;

/// <summary>The tables of the Kubernetes page as they are rendered.</summary>
public sealed class KubernetesTablesTests : BunitContext
{
    private static readonly Guid s_model = Guid.CreateVersion7();

    [Fact]
    public async Task A_namespace_leads_to_its_boundary_and_to_the_open_threats_inside_it()
    {
        var picture = await new ReadModel(Sample.Weak).AskAsync(look => ClusterPicture.Of(look, [], new(2030, 6, 1)));
        var row = picture.Namespaces.Rows[0] with { Threats = 7 };

        var table = Render<NamespaceTable>(set => set.Add(t => t.Model, s_model).Add(t => t.Rows, new([row], 1)));

        Assert.Contains($"open={Uri.EscapeDataString($"{row.Boundary}")}", table.Find("td.name a").GetAttribute("href"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal($"/models/{s_model}/threats?q={Uri.EscapeDataString($"status:open in:{row.Boundary}")}", table.Find("td[data-label='Open threats'] a").GetAttribute("href"));
    }

    [Fact]
    public void What_manifests_say_is_text_and_never_markup() => Assert.All(HostileTexts.All.Where(text => text.Contains('<', StringComparison.Ordinal)).Take(10), text =>
    {
        var place = new Place(text, text, text, 3);
        var namespaces = Render<NamespaceTable>(set => set.Add(t => t.Model, s_model)
            .Add(t => t.Rows, Listed.Of([new NamespaceRow(text, null, 1, new(text, null, PodSecurityVersion.Latest, PodSecurityLevel.Baseline, null), new(1, 1, false, [place]), new(0, 1, false, []), 0, place)])));
        var accounts = Render<AccountTable>(set => set.Add(t => t.Model, s_model).Add(t => t.Rows, Listed.Of([new AccountRow(text, AccountPower.Cluster, [new(text, text, place, text)], [(text, null)], 0) { Start = new(text, text, text) }])));
        var unclear = Render<UnclearTable>(set => set.Add(t => t.Rows, Listed.Of([new UnclearRow(text, text, null, place)])));
        var entries = Render<EntryTable>(set => set.Add(t => t.Rows, Listed.Of([new EntryRow(text, place, text, Encryption.None, text, null, null)])));
        var causes = Render<CauseTable>(set => set.Add(t => t.Model, s_model).Add(t => t.Rows, Listed.Of([new CauseRow(text, text, 12, text, [text], 1, 0)])));
        Assert.All([namespaces.Nodes, accounts.Nodes, unclear.Nodes, entries.Nodes, causes.Nodes], nodes => Assert.Empty(nodes.SelectMany(node => (node as AngleSharp.Dom.IElement)?.QuerySelectorAll("script, img, svg, iframe, b") ?? Enumerable.Empty<AngleSharp.Dom.IElement>())));
        Assert.Contains(text, namespaces.Find("td.name").TextContent, StringComparison.Ordinal);
    });

    [Fact]
    public void A_cause_leads_to_its_threats_and_a_page_of_causes_to_the_rest()
    {
        var rows = Enumerable.Range(0, 25).Select(i => new CauseRow("TB-CTR-01", $"Cause {i}", 12, "It runs privileged.", ["a", "b", "c"], 5, 2)).ToImmutableArray();

        var table = Render<CauseTable>(set => set.Add(t => t.Model, s_model).Add(t => t.Rows, new(rows, 31)));

        Assert.Equal($"/models/{s_model}/threats?q={Uri.EscapeDataString("status:open rule:TB-CTR-01")}", table.Find("td[data-label='Cause'] a").GetAttribute("href"));
        Assert.Equal("a, b, c and 2 more", table.Find("td[data-label='Where']").TextContent);
        Assert.Equal("2 are reached", table.Find("td[data-label='From the internet']").TextContent);
        Assert.StartsWith("6 more causes", table.FindAll("p")[^1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_ways_in_or_rights_it_says_so()
    {
        Assert.Contains("No rule about Kubernetes", Render<CauseTable>(set => set.Add(t => t.Model, s_model).Add(t => t.Rows, Listed.Of<CauseRow>([]))).Find("p").TextContent, StringComparison.Ordinal);
        Assert.Contains("No object that was read opens a way in", Render<EntryTable>(set => set.Add(t => t.Rows, Listed.Of<EntryRow>([]))).Find("p").TextContent, StringComparison.Ordinal);
        Assert.Contains("No service account has rights", Render<AccountTable>(set => set.Add(t => t.Model, s_model).Add(t => t.Rows, Listed.Of<AccountRow>([]))).Find("p").TextContent, StringComparison.Ordinal);
        Assert.Contains("has an answer", Render<UnclearTable>(set => set.Add(t => t.Rows, Listed.Of<UnclearRow>([]))).Find("p").TextContent, StringComparison.Ordinal);
    }
}
