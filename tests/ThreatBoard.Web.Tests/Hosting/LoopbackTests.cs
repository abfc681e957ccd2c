using Microsoft.Extensions.Configuration;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Tests.Hosting;

public sealed class LoopbackTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080")]
    [InlineData(null)]
    public void This_machine_is_fine(string? urls) => Assert.Null(Loopback.Problem(With(urls)));

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://127.0.0.1:5080;http://192.168.1.4:5080")]
    public void A_local_installation_refuses_other_addresses_and_says_what_to_do(string urls) =>
        Assert.Contains("scripts/to-server", Loopback.Problem(With(urls)), StringComparison.Ordinal);

    [Fact]
    public void Nor_does_an_endpoint_of_the_web_server_lead_past_that() =>
        Assert.Contains("http://0.0.0.0:80", Loopback.Problem(With("http://127.0.0.1:5080", ("Kestrel:Endpoints:Open:Url", "http://0.0.0.0:80"))), StringComparison.Ordinal);

    [Fact]
    public void A_server_may_listen_on_all_its_addresses() =>
        Assert.Null(Loopback.Problem(With("http://*:8080", (InstallationMode.Setting, "server"))));

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("local", true)]
    [InlineData("Server", true)]
    [InlineData("1", false)]
    [InlineData("team", false)]
    public void Only_the_two_kinds_are_known(string? mode, bool known) =>
        Assert.Equal(known, InstallationMode.Problem(With(urls: null, (InstallationMode.Setting, mode))) is null);

    private static IConfiguration With(string? urls, params (string Key, string? Value)[] more) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls), .. more.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))]).Build();
}
