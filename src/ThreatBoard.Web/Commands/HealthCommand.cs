namespace ThreatBoard.Web.Commands;

/// <summary>Asks the ThreatBoard of this container whether it is well: images without curl need a way to.</summary>
internal static class HealthCommand
{
    public static async Task<int> RunAsync(IConfiguration configuration, CancellationToken cancel)
    {
        var port = new UriBuilder((configuration["ASPNETCORE_URLS"] ?? "http://127.0.0.1:8080").Replace("://+", "://0.0.0.0", StringComparison.Ordinal)).Port;
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var answer = await client.GetAsync(new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", port, "health/ready").Uri, cancel);
            Console.WriteLine((int)answer.StatusCode);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception unwell) when (unwell is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync(unwell.Message);
            return 1;
        }
    }
}
