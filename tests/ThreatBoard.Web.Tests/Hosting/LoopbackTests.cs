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
    public void Other_addresses_are_refused_with_what_to_do(string urls) =>
        Assert.Contains("ThreatBoard__ListenOnAllAddresses=true", Loopback.Problem(With(urls)), StringComparison.Ordinal);

    [Fact]
    public void A_container_may_listen_on_all_its_addresses() =>
        Assert.Null(Loopback.Problem(With("http://*:8080", (Loopback.Setting, "true"))));

    private static IConfiguration With(string? urls, params (string Key, string? Value)[] more) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls), .. more.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))]).Build();
}
