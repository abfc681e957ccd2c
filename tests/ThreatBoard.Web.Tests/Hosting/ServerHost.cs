using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Data;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Tests.Hosting;

/// <summary>A server installation on a real port of its own, with a database of its own.</summary>
public sealed class ServerHost : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";

    private readonly string _state = Directory.CreateTempSubdirectory("threatboard-host-").FullName;
    private readonly WebApplication _app;

    private ServerHost(string connection, IEnumerable<KeyValuePair<string, string?>> settings, Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name, EnvironmentName = "Production" });
        builder.WebHost.UseStaticWebAssets();
        builder.Configuration.AddInMemoryCollection([new(StateFolder.Setting, _state), new(InstallationMode.Setting, "Server"), .. settings]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddThreatBoardData(connection);
        builder.AddThreatBoardWeb();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        configure(builder);
        _app = builder.Build();
        _app.UseThreatBoardWeb();
    }

    public Uri Url => Get<ListenAddress>().Url;

    public static Task<ServerHost> StartAsync(string connection, params (string Setting, string Value)[] settings) => StartAsync(connection, _ => { }, settings);

    /// <param name="configure">What this host has besides.</param>
    public static async Task<ServerHost> StartAsync(string connection, Action<WebApplicationBuilder> configure, params (string Setting, string Value)[] settings)
    {
        var host = new ServerHost(connection, settings.Select(pair => KeyValuePair.Create<string, string?>(pair.Setting, pair.Value)), configure);
        await host._app.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public T Get<T>()
        where T : class => _app.Services.GetRequiredService<T>();

    public BrowserHttp Browser() => new(Url);

    /// <summary>A browser in which the first owner is signed in, who is made for that.</summary>
    public async Task<BrowserHttp> OwnedAsync()
    {
        var browser = Browser();
        using var made = await browser.SetUpAsync(await LinkAsync(), "Ada", "ada@example.org", Password, TestContext.Current.CancellationToken);
        Assert.Equal("/", made.Headers.Location?.ToString());
        return browser;
    }

    /// <summary>A new set-up link, from the root of the site.</summary>
    public async Task<string> LinkAsync() => $"/setup?token={await Get<SetupLinks>().IssueAsync(TestContext.Current.CancellationToken)}";

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Directory.Delete(_state, recursive: true);
    }
}
