using System.Net;
using AngleSharp.Html.Parser;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Revisions;
using ThreatBoard.Web.Tests.Circuits;

namespace ThreatBoard.Web.Tests.Report;

public sealed class ReportTests(CircuitHost host) : IClassFixture<CircuitHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Matrix", "D7")]
    public async Task Nothing_that_people_typed_becomes_markup_in_a_report()
    {
        for (var turn = 0; turn < MatrixSize.Of(3, HostileTexts.All.Count); turn++)
        {
            var hostile = HostileModel.Make(turn * 11);
            var model = await PublishedAsync(hostile.Content);
            using var web = await host.LoggedInAsync();
            var page = new HtmlParser().ParseDocument(await web.Http.GetStringAsync($"/models/{model.ModelId}/revisions/1/report", Cancel));

            Assert.Equal(["/js/report.js"], page.Scripts.Select(script => script.GetAttribute("src")));
            Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.All(page.QuerySelectorAll("a[href]"), link => Assert.StartsWith("/models/", link.GetAttribute("href"), StringComparison.Ordinal));
            Assert.All(hostile.Content.All<Component>(), component => Assert.Contains(page.QuerySelectorAll("td"), cell => cell.TextContent == component.Name));
        }
    }

    [Fact]
    public async Task A_report_tells_hash_threats_evidence_controls_and_coverage_and_of_a_missing_revision_there_is_none()
    {
        var web = Some.Component("storefront");
        var threat = Some.Threat(ThreatSubject.Of(web)) with { Evidence = [new("apps/Deployment/shop/web", "spec.hostNetwork", "true")], Assessment = new(4, 4, "open to all") };
        var model = await PublishedAsync(ModelContent.Empty.With(web).With(threat).With(Some.Control(EntityRef.To(web), "Minimal image")).With(Some.Mark(EntityRef.To(web))));
        var revision = Assert.Single(await host.Get<RevisionArchive>().ListAsync(model, Cancel));
        using var browser = await host.LoggedInAsync();

        var page = new HtmlParser().ParseDocument(await browser.Http.GetStringAsync($"/models/{model.ModelId}/revisions/1/report", Cancel));

        Assert.Contains(Convert.ToHexStringLower(revision.Hash), page.QuerySelector("dd.hash")!.TextContent.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("apps/Deployment/shop/web spec.hostNetwork = true", page.QuerySelector("article.threat")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("open to all", page.QuerySelector("article.threat")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Minimal image", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("svg.picture"));
        Assert.Equal("storefront", page.QuerySelector("table.coverage tbody td")!.TextContent);
        using var missing = await browser.Http.GetAsync($"/models/{model.ModelId}/revisions/9/report", Cancel);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private async Task<ModelAccess> PublishedAsync(ModelContent content)
    {
        var room = (await host.Get<Access>().WorkspacesAsync(Caller.OfProcess(Data.Database.LocalPerson), Right.Administer, Cancel))[0];
        var model = await host.Get<WorkspaceModels>().CreateAsync(room, "Shop", "", [], Cancel);
        var edit = new Intent.Edit([.. Comparison.Between(ModelContent.Empty, content)], Setter.Anyone);
        Assert.IsType<Outcome.Applied>(await host.Get<ModelStore>().ApplyAsync(model, edit, OperationId.New(TimeProvider.System), Cancel));
        Assert.Null((await host.Get<PublishRevision>().RunAsync(model, "First", Cancel)).Problem);
        return model;
    }
}
