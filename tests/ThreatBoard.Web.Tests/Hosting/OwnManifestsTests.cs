using System.Net;
using System.Text.RegularExpressions;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Web.Tests.Hosting;

/// <summary>The application does what <c>docs/kubernetes</c> assumes of it.</summary>
public sealed partial class OwnManifestsTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static string Manifest(string name) => File.ReadAllText(Path.Combine(Repository.Root, "docs", "kubernetes", name));

    [Theory]
    [InlineData("/health/ready")]
    [InlineData("/health/live")]
    public async Task Probes_are_answered_with_the_host_that_they_name_and_refused_with_the_pods_address(string path)
    {
        Assert.Contains($"path: {path}", Manifest("deployment.yaml"), StringComparison.Ordinal);
        using var kubelet = host.Client();
        using var named = await kubelet.SendAsync(Probe(path, "127.0.0.1"), TestContext.Current.CancellationToken);
        using var unnamed = await kubelet.SendAsync(Probe(path, "10.244.1.7:8080"), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (named.StatusCode, unnamed.StatusCode));
    }

    [Theory]
    [InlineData("deployment.yaml")]
    [InlineData("migrate.yaml")]
    [InlineData("settings.yaml")]
    public void Every_setting_in_them_is_one_that_the_set_up_names(string file)
    {
        var known = File.ReadAllText(Path.Combine(Repository.Root, "docs", "setup.md"));
        var named = Setting().Matches(Manifest(file)).Select(match => match.Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, setting => Assert.Contains(setting, known, StringComparison.Ordinal));
    }

    [Fact]
    public void The_port_and_the_folder_of_state_are_those_of_the_image()
    {
        var image = File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile"));

        Assert.Contains("ASPNETCORE_URLS=http://0.0.0.0:8080 ThreatBoard__Mode=Server ThreatBoard__State=/state", image, StringComparison.Ordinal);
        Assert.Contains("containerPort: 8080", Manifest("deployment.yaml"), StringComparison.Ordinal);
        Assert.Contains("mountPath: /state", Manifest("deployment.yaml"), StringComparison.Ordinal);
    }

    private static HttpRequestMessage Probe(string path, string hostName)
    {
        var probe = new HttpRequestMessage(HttpMethod.Get, path);
        probe.Headers.Host = hostName;
        return probe;
    }

    [GeneratedRegex("ThreatBoard__[A-Za-z_]+", RegexOptions.None, 1000)]
    private static partial Regex Setting();
}
