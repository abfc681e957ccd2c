using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.Api;

/// <summary>A program that uses the API of a running host with a token.</summary>
internal sealed class ApiClient(HttpClient client) : IDisposable
{
    public const string Manifest = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, namespace: shop }
        spec:
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: web, image: "registry.example/web:1" }] }
        """;

    public static async Task<ApiClient> WithAsync(RunningHost host, params string[] scopes) => With(host, await TokenAsync(host, scopes));

    /// <param name="from">Where it asks from; by default the usual address of this machine.</param>
    public static ApiClient With(RunningHost host, string? token, IPAddress? from = null)
    {
        var client = host.Client(from);
        client.DefaultRequestHeaders.Accept.Clear();
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new(client);
    }

    public static async Task<string> TokenAsync(RunningHost host, params string[] scopes) =>
        (await host.Get<AccessTokens>().CreateAsync(await host.WorkspaceAsync(), "Pipeline", [.. scopes], TimeSpan.FromDays(1), Cancel)).Text;

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path, Cancel);

    public Task<HttpResponseMessage> ImportAsync(Guid model, string body = Manifest, string? key = null, string query = "?source=shop&cluster=prod", string type = "application/yaml")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/models/{model}/imports{query}") { Content = new StringContent(body, Encoding.UTF8, type) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request, Cancel);
    }

    /// <param name="said">What the address says besides the source, from an ampersand on.</param>
    public Task<HttpResponseMessage> ImportAsync(Guid model, byte[] zip, string said)
    {
        var content = new ByteArrayContent(zip);
        content.Headers.ContentType = new("application/zip");
        return client.PostAsync($"/api/v1/models/{model}/imports?source=shop&cluster=prod{said}", content, Cancel);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;

    public void Dispose() => client.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
