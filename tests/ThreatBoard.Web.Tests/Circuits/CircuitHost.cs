using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Web.Features.Account;
using ThreatBoard.Web.Features.Import;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.Circuits;

/// <summary>The whole application on a port and a PostgreSQL of its own, for clients that speak the circuit protocol.</summary>
public sealed class CircuitHost(Server server) : IAsyncLifetime
{
    /// <summary>How long circuits are kept whose connection broke: short, so that a test may see them go.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromSeconds(1);

    private readonly string _state = Directory.CreateTempSubdirectory("threatboard-host-").FullName;
    private WebApplication? _app;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name });
        builder.Configuration[StateFolder.Setting] = _state;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddThreatBoardData(await server.CreateDatabaseAsync(Cancel));
        builder.AddThreatBoardWeb();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.Configure<CircuitOptions>(circuits =>
        {
            circuits.DisconnectedCircuitRetentionPeriod = Retention;
            // A call that is under way when the connection breaks holds its circuit until it times out.
            circuits.JSInteropDefaultCallTimeout = 2 * Retention;
        });
        builder.Services.AddSingleton<SeenCircuits>().AddScoped<CircuitHandler, CircuitNote>();
        _app = builder.Build();
        _app.UseThreatBoardWeb();
        await _app.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }

        Directory.Delete(_state, recursive: true);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Uri Url => Get<ListenAddress>().Url;

    public SeatedPeople People => new(_app!.Services);

    public T Get<T>()
        where T : class => _app!.Services.GetRequiredService<T>();

    /// <summary>A browser that is not signed in.</summary>
    public BrowserHttp Stranger() => new(Url);

    /// <summary>A browser in which the local person is signed in.</summary>
    public async Task<BrowserHttp> LoggedInAsync()
    {
        var web = Stranger();
        await web.LogInAsync($"{Url}login?token={Get<LoginLinks>().Issue()}", Cancel);
        return web;
    }

    /// <summary>A new member of the workspace, signed in.</summary>
    public async Task<(Guid Person, BrowserHttp Web)> MemberAsync(ModelAccess of, string name, Role role)
    {
        var person = await People.AddAsync(of.WorkspaceId, name, role, Cancel);
        var web = Stranger();
        web.Cookies.Add(Url, await People.SignInAsync(person, Cancel));
        return (person, web);
    }

    /// <summary>Somebody of another workspace, signed in.</summary>
    public async Task<BrowserHttp> OutsiderAsync()
    {
        var workspace = Guid.CreateVersion7();
        await using (var command = Get<NpgsqlDataSource>().CreateCommand("INSERT INTO workspace (id, name, created_at) VALUES ($1, 'Elsewhere', now())"))
        {
            command.Parameters.Add(new() { Value = workspace });
            await command.ExecuteNonQueryAsync(Cancel);
        }

        var web = Stranger();
        web.Cookies.Add(Url, await People.SignInAsync(await People.AddAsync(workspace, "Outsider", Role.Owner, Cancel), Cancel));
        return web;
    }

    /// <summary>The sample model, as the local person may edit it.</summary>
    public async Task<ModelAccess> SampleAsync()
    {
        var me = Caller.OfProcess(Data.Database.LocalPerson);
        var model = await Get<TrySample>().RunAsync((await Get<Access>().WorkspacesAsync(me, Right.Administer, Cancel))[0], Cancel);
        return (await Get<Access>().ForAsync(me, model, Right.Edit, Cancel))!;
    }

    public async Task<ModelContent> ContentAsync(ModelAccess access) => (await Get<LiveModels>().ReadAsync(access, Cancel)).Content;
}
