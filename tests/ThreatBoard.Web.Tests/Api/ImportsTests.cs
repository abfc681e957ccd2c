using System.IO.Compression;
using System.Net;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Importing;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.Api;

public sealed class ImportsTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Manifests_become_a_change_set_that_waits_and_the_model_stays_as_it_is()
    {
        var model = await host.NewModelAsync();
        using var program = await ApiClient.WithAsync(host, TokenScope.WriteImports);
        using var answer = await program.ImportAsync(model.ModelId);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var told = await ApiClient.JsonAsync(answer);
        Assert.Equal("pending", told.GetProperty("state").GetString());
        Assert.Equal(1, told.GetProperty("objects").GetInt32());
        var waiting = Assert.Single(await host.Get<ProposalStore>().ListAsync(model, pendingOnly: true, Cancel));
        Assert.Equal($"/models/{model.ModelId}/sources/{waiting.SourceId}/changes", told.GetProperty("review").GetString());
        Assert.Empty((await host.Get<LiveModels>().ReadAsync(model, Cancel)).Content.All<Component>());
    }

    [Fact]
    public async Task Objects_without_a_namespace_go_where_the_request_says()
    {
        var model = await host.NewModelAsync();
        using var program = await ApiClient.WithAsync(host, TokenScope.WriteImports);
        var bare = ApiClient.Manifest.Replace(", namespace: shop", "", StringComparison.Ordinal);
        using var said = await program.ImportAsync(model.ModelId, bare, query: "?source=shop&cluster=prod&namespace=team");
        Assert.Equal(HttpStatusCode.Created, said.StatusCode);
        var waiting = Assert.Single(await host.Get<ProposalStore>().ListAsync(model, pendingOnly: true, Cancel));
        Assert.Equal("team", ImportDecisions.Read(waiting.Decisions).Choices.Namespace);
        using var none = await program.ImportAsync(model.ModelId, bare, query: "?source=shop&cluster=prod&namespace=No_Name");
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
    }

    [Fact]
    public async Task Files_that_define_an_object_differently_are_named_until_the_request_says_which_counts()
    {
        var model = await host.NewModelAsync();
        using var program = await ApiClient.WithAsync(host, TokenScope.WriteImports);
        var zip = Zipped(("one.yaml", ApiClient.Manifest), ("two.yaml", ApiClient.Manifest.Replace("web:1", "web:2", StringComparison.Ordinal)));
        using var open = await program.ImportAsync(model.ModelId, zip, "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, open.StatusCode);
        Assert.Equal("manifests.zip/one.yaml, manifests.zip/two.yaml: apps/Deployment/shop/web", (await ApiClient.JsonAsync(open)).GetProperty("problems")[0].GetString());
        foreach (var said in (string[])["&prefer=one.yaml", "&leaveOut=one.yaml", "&prefer=none.yaml&prefer=manifests.zip/two.yaml"])
        {
            using var answer = await program.ImportAsync(model.ModelId, zip, said);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }
    }

    [Fact]
    [Trait("Matrix", "B9")]
    public async Task The_same_request_many_times_at_once_is_one_change_set()
    {
        var model = await host.NewModelAsync();
        var token = await ApiClient.TokenAsync(host, TokenScope.WriteImports);
        for (var round = 0; round < MatrixSize.Of(3, 50); round++)
        {
            // Each from an address of its own, or the limit of requests would answer in the end.
            using var program = ApiClient.With(host, token, new IPAddress([127, 0, 1, (byte)(round + 1)]));
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => program.ImportAsync(model.ModelId, key: $"deployment-{round}")));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
            var ids = await Task.WhenAll(answers.Select(async answer => (await ApiClient.JsonAsync(answer)).GetProperty("id").GetGuid()));
            Assert.Single(ids.Distinct());
            using var later = await program.ImportAsync(model.ModelId, ApiClient.Manifest.Replace("web:1", "web:2", StringComparison.Ordinal), $"deployment-{round}");
            Assert.Equal(HttpStatusCode.Conflict, later.StatusCode);
            Assert.Equal(round + 1, (await host.Get<ProposalStore>().ListAsync(model, pendingOnly: false, Cancel)).Count);
        }
    }

    [Fact]
    [Trait("Matrix", "B9")]
    public async Task Different_requests_with_one_key_at_once_leave_one_change_set_and_tell_the_other()
    {
        var model = await host.NewModelAsync();
        using var program = await ApiClient.WithAsync(host, TokenScope.WriteImports);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            program.ImportAsync(model.ModelId, ApiClient.Manifest.Replace("web:1", $"web:{i}", StringComparison.Ordinal), "one")));
        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Created);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict));
        Assert.Single(await host.Get<ProposalStore>().ListAsync(model, pendingOnly: false, Cancel));
    }

    [Fact]
    public async Task Requests_without_a_key_at_once_leave_one_that_waits_for_one_source()
    {
        var model = await host.NewModelAsync();
        using var program = await ApiClient.WithAsync(host, TokenScope.WriteImports);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => program.ImportAsync(model.ModelId)));
        Assert.Single(await host.Get<ProposalStore>().ListAsync(model, pendingOnly: true, Cancel));
        Assert.Single((await host.Get<ProposalStore>().ListAsync(model, pendingOnly: false, Cancel)).Select(import => import.SourceId).Distinct());
    }

    [Theory]
    [InlineData("?source=shop", "Name the cluster")]
    [InlineData("?cluster=prod", "Name the source")]
    public async Task What_is_missing_is_named(string query, string message)
    {
        var model = await host.NewModelAsync();
        using var program = await ApiClient.WithAsync(host, TokenScope.WriteImports);
        using var answer = await program.ImportAsync(model.ModelId, query: query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(message, (await ApiClient.JsonAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not: a manifest", "application/yaml", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{ [", "application/json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("", "application/yaml", HttpStatusCode.BadRequest)]
    [InlineData("x", "text/html", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_cannot_be_read_is_refused_with_its_reason_and_stores_nothing(string body, string type, HttpStatusCode expected)
    {
        var model = await host.NewModelAsync();
        using var program = await ApiClient.WithAsync(host, TokenScope.WriteImports);
        using var answer = await program.ImportAsync(model.ModelId, body, type: type);
        Assert.Equal(expected, answer.StatusCode);
        Assert.NotEqual("", (await ApiClient.JsonAsync(answer)).GetProperty("title").GetString());
        Assert.Empty(await host.Get<ProposalStore>().ListAsync(model, pendingOnly: false, Cancel));
    }

    [Fact]
    public async Task More_than_is_read_at_once_is_refused()
    {
        var model = await host.NewModelAsync();
        using var program = await ApiClient.WithAsync(host, TokenScope.WriteImports);
        using var answer = await program.ImportAsync(model.ModelId, new string('#', 10_000_001));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    [Trait("Matrix", "D21")]
    public async Task Fields_that_a_request_must_not_set_change_nothing()
    {
        var (model, other) = (await host.NewModelAsync(), await host.NewModelAsync());
        using var program = await ApiClient.WithAsync(host, TokenScope.WriteImports);
        using var answer = await program.ImportAsync(
            model.ModelId, query: $"?source=shop&cluster=prod&state=accepted&modelId={other.ModelId}&id={Guid.Empty}&createdAt=2000-01-01&createdBy=Nobody&role=owner&workspaceId={Guid.Empty}");
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var stored = Assert.Single(await host.Get<ProposalStore>().ListAsync(model, pendingOnly: false, Cancel));
        Assert.Equal((Data.Importing.ProposalState.Pending, "You"), (stored.State, stored.CreatedBy));
        Assert.NotEqual(2000, stored.CreatedAt.Year);
        Assert.Empty(await host.Get<ProposalStore>().ListAsync(other, pendingOnly: false, Cancel));
    }

    private static byte[] Zipped(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in files)
                using (var writer = new StreamWriter(zip.CreateEntry(name).Open())) writer.Write(text);
        return bytes.ToArray();
    }
}
