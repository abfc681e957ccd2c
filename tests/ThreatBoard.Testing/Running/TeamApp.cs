using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Embedded;
using ThreatBoard.Data.Hosting;

namespace ThreatBoard.Testing.Running;

/// <summary>A server installation as its own process, with people who sign in by the form that everybody uses; a second process on the same database where asked for.</summary>
/// <param name="settings">More environment variables of the first process.</param>
public sealed class TeamApp(params (string Name, string Value)[] settings) : IAsyncDisposable
{
    /// <summary>Everybody's.</summary>
    public const string Password = "grapes over the harbour";

    private readonly List<RunningApp> _others = [];
    private EmbeddedPostgres? _postgres;
    private ServiceProvider? _services;

    public RunningApp App { get; } = new() { IsServer = true, Settings = Settings(settings) };

    public Guid Workspace { get; private set; }

    /// <summary>The owner's connection string of the database.</summary>
    public string ConnectionString => _postgres!.ConnectionString;

    public async Task StartAsync(CancellationToken cancel)
    {
        await App.StartAsync();
        _postgres = await EmbeddedPostgres.JoinOrStartAsync(new() { DataFolder = App.DataFolder }, cancel);
        // What is hashed here costs little to hash, and so little to check.
        _services = new ServiceCollection().AddLogging().AddThreatBoardData(ConnectionString).Configure<PasswordHasherOptions>(cheap => cheap.IterationCount = 1_000).BuildServiceProvider();
        Workspace = await NewWorkspaceAsync("Workspace", cancel);
        await ExecuteAsync("UPDATE installation SET settled_at = now()", cancel);
    }

    /// <summary>The data classes on the same database, outside the process.</summary>
    public T Get<T>()
        where T : class => _services!.GetRequiredService<T>();

    public async Task<Guid> NewWorkspaceAsync(string name, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await ExecuteAsync("INSERT INTO workspace (id, name, created_at) VALUES ($1, $2, now())", cancel, id, name);
        return id;
    }

    /// <summary>Somebody new with an account, a member of the workspace (the first, where none is given).</summary>
    public async Task<TeamPerson> AddAsync(string name, Role role, CancellationToken cancel, Guid? workspace = null)
    {
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var member = new TeamPerson(id, name, $"{id:N}@example.org");
        await ExecuteAsync("INSERT INTO person (id, name, created_at) VALUES ($1, $2, now())", cancel, id, name);
        await ExecuteAsync("INSERT INTO membership (workspace_id, person_id, role) VALUES ($1, $2, $3)", cancel, workspace ?? Workspace, id, role.ToString());
        if (await Get<NewAccounts>().MakeAsync(id, new(name, member.Email, Password), "", cancel) is { } problem) throw new InvalidOperationException(problem.Message);
        return member;
    }

    /// <summary>A client that is signed in at the process (the first, where none is given), keeps cookies and follows nothing.</summary>
    public async Task<HttpClient> SignInAsync(TeamPerson member, CancellationToken cancel, RunningApp? at = null)
    {
        var client = Client(at);
        using var answer = await PostAsync(client, "/login", "/login/password", new() { ["email"] = member.Email, ["password"] = Password }, cancel);
        return answer.Headers.Location?.ToString() == "/" ? client : throw new InvalidOperationException($"{member.Name} was not signed in: {answer.StatusCode} {answer.Headers.Location}");
    }

    /// <summary>A browser's manners, signed in as nobody.</summary>
    public HttpClient Client(RunningApp? at = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = (at ?? App).Url };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    /// <summary>Sends a form of a page, with the token against forgery that the page carries.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, string action, Dictionary<string, string> fields, CancellationToken cancel)
    {
        const string Name = "__RequestVerificationToken";
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative), cancel);
        var at = html.IndexOf("value=\"", html.IndexOf(Name, StringComparison.Ordinal), StringComparison.Ordinal) + "value=\"".Length;
        using var form = new FormUrlEncodedContent(fields.Append(new(Name, html[at..html.IndexOf('"', at)])));
        return await client.PostAsync(new Uri(action, UriKind.Relative), form, cancel);
    }

    /// <summary>Another process on the same database.</summary>
    public async Task<RunningApp> StartAnotherAsync()
    {
        var other = new RunningApp { IsServer = true, Settings = Settings(("ConnectionStrings__ThreatBoard", ConnectionString)) };
        _others.Add(other);
        await other.StartAsync();
        return other;
    }

    /// <summary>Runs SQL as the database's owner.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken cancel, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var other in _others) await other.DisposeAsync();
        if (_services is not null) await _services.DisposeAsync();
        if (_postgres is not null) await _postgres.DisposeAsync();
        await App.DisposeAsync();
    }

    // One machine stands for all the browsers of a team.
    private static Dictionary<string, string> Settings(params (string Name, string Value)[] more) =>
        new(more.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)), StringComparer.Ordinal) { ["ThreatBoard__SignIn__PerMinute"] = "100000" };
}

/// <summary>Somebody of a team in a test.</summary>
public sealed record TeamPerson(Guid Person, string Name, string Email);
