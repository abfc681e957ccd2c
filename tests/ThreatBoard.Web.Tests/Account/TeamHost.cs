using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Testing.Running;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.Account;

/// <summary>A server installation on a real port, with cheap passwords; this machine counts as its proxy, so that clients may come from anywhere.</summary>
public sealed class TeamHost(Server server) : IAsyncLifetime
{
    public const string Password = TeamApp.Password;

    private readonly string _state = Directory.CreateTempSubdirectory("threatboard-host-").FullName;
    private WebApplication _app = null!;
    private string _owner = "";
    private int _clients;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Uri Url => Get<ListenAddress>().Url;

    public async ValueTask InitializeAsync()
    {
        if (_owner.Length == 0) await NewDatabaseAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name });
        builder.Configuration[StateFolder.Setting] = _state;
        builder.Configuration[InstallationMode.Setting] = "Server";
        builder.Configuration["ThreatBoard:KnownProxies"] = "127.0.0.1";
        builder.Configuration["ThreatBoard:PublicUrl"] = "http://models.example.org";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddThreatBoardData(_owner).Configure<PasswordHasherOptions>(cheap => cheap.IterationCount = 1_000);
        builder.AddThreatBoardWeb();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        _app = builder.Build();
        _app.UseThreatBoardWeb();
        await _app.StartAsync(Cancel);
    }

    /// <summary>Another process's worth of application on the same database.</summary>
    public async Task<TeamHost> AnotherAsync()
    {
        var other = new TeamHost(server) { _owner = _owner };
        await other.InitializeAsync();
        return other;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Directory.Delete(_state, recursive: true);
    }

    public T Get<T>()
        where T : class => _app.Services.GetRequiredService<T>();

    /// <summary>A browser's manners, at an address of its own.</summary>
    public HttpClient Client(string? from = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Url };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", from ?? new IPAddress([10, 0, 0, (byte)Interlocked.Increment(ref _clients)]).ToString());
        return client;
    }

    public async Task<(Guid Person, string Email)> AddAsync(string name, Role role = Role.Editor)
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        var workspace = (await Get<Access>().WorkspacesAsync(Caller.OfProcess(Data.Database.LocalPerson), Right.Administer, Cancel))[0];
        var (token, _) = await Get<Invitations>().MakeAsync(workspace, role, email, Cancel);
        Assert.Null(await Get<Invitations>().AcceptAsync(token, new(name, email, Password), "", Cancel));
        return ((await Get<PasswordSignIn>().TryAsync(email, Password, "", Cancel))!.Person, email);
    }

    public static Task<HttpResponseMessage> SignInAsync(HttpClient client, string email, string password = Password, string returnUrl = "") =>
        TeamApp.PostAsync(client, "/login", "/login/password", new() { ["email"] = email, ["password"] = password, ["returnUrl"] = returnUrl }, Cancel);

    /// <summary>A browser in which somebody has signed in by the form.</summary>
    public async Task<BrowserHttp> BrowserAsync(string email)
    {
        var web = new BrowserHttp(Url);
        web.Http.DefaultRequestHeaders.Add("X-Forwarded-For", new IPAddress([10, 0, 1, (byte)Interlocked.Increment(ref _clients)]).ToString());
        using var signedIn = await SignInAsync(web.Http, email);
        Assert.Equal("/", signedIn.Headers.Location?.ToString());
        return web;
    }

    /// <summary>As the database's owner.</summary>
    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(_owner);
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private async Task NewDatabaseAsync()
    {
        _owner = await server.CreateDatabaseAsync(Cancel);
        await ExecuteAsync("UPDATE installation SET kind = 'Server', settled_at = now()");
    }
}
