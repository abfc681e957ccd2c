using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Web.Features.Account;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Tests.Hosting;

/// <summary>The web host on a real port of its own, with a fresh database.</summary>
public sealed class RunningHost(Server server) : IAsyncLifetime
{
    private readonly string _state = Directory.CreateTempSubdirectory("threatboard-host-").FullName;
    private WebApplication _app = null!;

    public Uri Url => _app.Services.GetRequiredService<ListenAddress>().Url;

    public LoginLinks Links => _app.Services.GetRequiredService<LoginLinks>();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name });
        builder.Configuration[StateFolder.Setting] = _state;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddThreatBoardData(await server.CreateDatabaseAsync(TestContext.Current.CancellationToken));
        builder.AddThreatBoardWeb();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        _app = builder.Build();
        _app.UseThreatBoardWeb();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_state, recursive: true);
    }

    /// <summary>A browser's manners: keeps cookies, follows nothing.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Url };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }
}
