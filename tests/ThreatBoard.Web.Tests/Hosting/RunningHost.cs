using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Web.Features.Account;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Tests.Hosting;

/// <summary>The web host on a real port of its own, with a fresh database.</summary>
public sealed partial class RunningHost(Server server) : IAsyncLifetime
{
    private readonly string _state = Directory.CreateTempSubdirectory("threatboard-host-").FullName;
    private WebApplication _app = null!;
    private string _database = "";

    private const string Elsewhere = "Elsewhere";

    public Uri Url => _app.Services.GetRequiredService<ListenAddress>().Url;

    public LoginLinks Links => _app.Services.GetRequiredService<LoginLinks>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name });
        builder.Configuration[StateFolder.Setting] = _state;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _database = await server.CreateDatabaseAsync(Cancel);
        builder.Services.AddThreatBoardData(_database);
        builder.AddThreatBoardWeb();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        _app = builder.Build();
        _app.UseThreatBoardWeb();
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_state, recursive: true);
    }

    /// <summary>A browser's manners: keeps cookies, follows nothing.</summary>
    /// <param name="from">The address of this machine from which it asks, of which each has a limit of its own; by default the usual one.</param>
    public HttpClient Client(IPAddress? from = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = from is null ? null : (to, cancel) => ConnectAsync(from, to.DnsEndPoint, cancel) }) { BaseAddress = Url };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    private static async ValueTask<Stream> ConnectAsync(IPAddress from, DnsEndPoint to, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(IPAddress.Parse(to.Host), to.Port, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>A browser that has used a link.</summary>
    public async Task<HttpClient> SignedInAsync()
    {
        var client = Client();
        var token = Links.Issue();
        var page = await client.GetStringAsync($"/login?token={token}", Cancel);
        using var form = new FormUrlEncodedContent([new("token", token), new("__RequestVerificationToken", Antiforgery().Match(page).Groups["value"].Value)]);
        using var signedIn = await client.PostAsync("/login/confirm", form, Cancel);
        return client;
    }

    public T Get<T>()
        where T : class => _app.Services.GetRequiredService<T>();

    public async Task<WorkspaceAccess> WorkspaceAsync() =>
        (await Get<Access>().WorkspacesAsync(Caller.OfProcess(Data.Database.LocalPerson), Right.Administer, Cancel)).First(open => open.Workspace.Name != Elsewhere);

    public async Task<ModelAccess> NewModelAsync() => await Get<WorkspaceModels>().CreateAsync(await WorkspaceAsync(), "Shop", "", [], Cancel);

    /// <summary>A model of the same person in another workspace.</summary>
    public async Task<ModelAccess> NewModelElsewhereAsync()
    {
        await ExecuteAsync("INSERT INTO workspace (id, name, created_at) SELECT gen_random_uuid(), $1, now() WHERE NOT EXISTS (SELECT FROM workspace WHERE name = $1)", Elsewhere);
        await ExecuteAsync("INSERT INTO membership (workspace_id, person_id, role) SELECT id, $1, 'Owner' FROM workspace WHERE name = $2 ON CONFLICT DO NOTHING", Data.Database.LocalPerson, Elsewhere);
        var workspace = (await Get<Access>().WorkspacesAsync(Caller.OfProcess(Data.Database.LocalPerson), Right.Administer, Cancel)).First(open => open.Workspace.Name == Elsewhere);
        return await Get<WorkspaceModels>().CreateAsync(workspace, "Elsewhere", "", [], Cancel);
    }

    /// <summary>Runs SQL as the database's owner.</summary>
    public Task ExecuteAsync(string sql, params object[] values) => ScalarAsync(sql, values);

    /// <inheritdoc cref="ExecuteAsync" />
    public async Task<object?> ScalarAsync(string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(Cancel);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Antiforgery();
}
