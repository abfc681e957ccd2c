using System.Net;
using System.Text.Json;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.Api;

public sealed class OpenApiTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task The_document_describes_the_operations_and_their_refusals_to_whoever_is_signed_in()
    {
        using var client = await host.SignedInAsync();
        using var answer = await client.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        var import = document.GetProperty("paths").GetProperty("/api/v1/models/{id}/imports").GetProperty("post");
        Assert.Equal("importManifests", import.GetProperty("operationId").GetString());
        foreach (var status in (string[])["201", "400", "401", "403", "404", "409", "413", "415", "422"])
            Assert.True(import.GetProperty("responses").TryGetProperty(status, out _), $"{status} is not described");
        Assert.True(document.GetProperty("components").GetProperty("securitySchemes").TryGetProperty("token", out _));
        Assert.Equal(["/api/v1/models", "/api/v1/models/{id}/imports"], document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Matrix", "D24")]
    public async Task Nobody_else_reads_it()
    {
        using var client = host.Client();
        using var answer = await client.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
