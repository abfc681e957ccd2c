using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.Api;

[Trait("Matrix", "D5")]
public sealed class TokenTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Each operation of the API with the one scope that opens it; an operation that is missing here fails the test below.</summary>
    private static readonly Dictionary<string, (string Scope, Func<ApiClient, Guid, Task<HttpResponseMessage>> Call)> s_operations = new(StringComparer.Ordinal)
    {
        ["listModels"] = (TokenScope.ReadModels, (program, _) => program.GetAsync("/api/v1/models")),
        ["importManifests"] = (TokenScope.WriteImports, (program, model) => program.ImportAsync(model)),
    };

    [Fact]
    public void Every_operation_of_the_API_is_tried_here()
    {
        var mapped = host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.RoutePattern.RawText!);
        Assert.Equal(s_operations.Keys.Order(StringComparer.Ordinal), mapped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_operation_opens_to_its_scope_only()
    {
        var model = (await host.NewModelAsync()).ModelId;
        foreach (var (operation, (needed, call)) in s_operations)
            foreach (var scope in TokenScope.All)
            {
                using var program = await ApiClient.WithAsync(host, scope);
                using var answer = await call(program, model);
                Assert.True(answer.IsSuccessStatusCode == (scope == needed), $"{operation} with {scope} answered {answer.StatusCode}");
                if (scope != needed) Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
    }

    [Fact]
    public async Task A_token_opens_no_page_no_download_and_no_circuit()
    {
        var model = (await host.NewModelAsync()).ModelId;
        using var program = await ApiClient.WithAsync(host, [.. TokenScope.All]);
        foreach (var path in (string[])["/", $"/models/{model}", $"/models/{model}/diagram/scene", "/account/tokens", "/openapi/v1.json", "/_blazor/negotiate"])
        {
            using var answer = await program.GetAsync(path);
            Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.Redirect, HttpStatusCode.MethodNotAllowed]);
        }
    }

    [Fact]
    public async Task A_token_stays_in_its_workspace()
    {
        var foreign = await host.NewModelElsewhereAsync();
        var token = await ApiClient.TokenAsync(host, [.. TokenScope.All]);
        using var program = ApiClient.With(host, token);
        using var missing = await program.ImportAsync(Guid.CreateVersion7());
        using var answer = await program.ImportAsync(foreign.ModelId);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(await Told(missing), await Told(answer));
        using var list = await program.GetAsync("/api/v1/models");
        Assert.DoesNotContain($"{foreign.ModelId}", await list.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Empty(await host.Get<ProposalStore>().ListAsync(foreign, pendingOnly: false, Cancel));
    }

    [Fact]
    public async Task A_viewers_token_cannot_do_more_than_the_viewer()
    {
        var model = (await host.NewModelAsync()).ModelId;
        var token = await ApiClient.TokenAsync(host, [.. TokenScope.All]);
        using var program = ApiClient.With(host, token);
        await host.ExecuteAsync("UPDATE membership SET role = 'Viewer'");
        try
        {
            using var refused = await program.ImportAsync(model);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
        finally
        {
            await host.ExecuteAsync("UPDATE membership SET role = 'Owner'");
        }
    }

    [Theory]
    [InlineData("UPDATE access_token SET expires_at = now() - interval '1 second'")]
    [InlineData("UPDATE access_token SET revoked_at = now()")]
    public async Task What_has_ended_opens_nothing(string ending)
    {
        using var program = await ApiClient.WithAsync(host, TokenScope.ReadModels);
        await host.ExecuteAsync(ending);
        using var answer = await program.GetAsync("/api/v1/models");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("tb_00000000_0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("x")]
    public async Task Nothing_opens_without_a_token_that_is_known(string? token)
    {
        using var program = ApiClient.With(host, token);
        using var answer = await program.ImportAsync(Guid.CreateVersion7());
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Its_text_is_stored_nowhere_and_its_beginning_finds_it()
    {
        var text = await ApiClient.TokenAsync(host, TokenScope.ReadModels);
        var token = Assert.Single(await host.Get<AccessTokens>().ListAsync(Caller.OfProcess(Data.Database.LocalPerson), Cancel), t => text.StartsWith(t.Prefix, StringComparison.Ordinal));
        Assert.Equal(32, token.Hash.Length);
        Assert.Equal(0L, await host.ScalarAsync("SELECT count(*) FROM access_token t WHERE t::text LIKE '%' || $1 || '%'", text[^64..]));
    }

    private static async Task<string?> Told(HttpResponseMessage answer)
    {
        var json = await ApiClient.JsonAsync(answer);
        return $"{answer.StatusCode} {json.GetProperty("title")} {json.GetProperty("detail")}";
    }
}
