using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Running;
using ThreatBoard.Web.Mail;
using ThreatBoard.Web.Notices;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.Notices;

/// <summary>Digests by mail, from the database to a mail server on loopback.</summary>
public sealed class DigestJobTests(Server server) : IAsyncLifetime
{
    private readonly TinyMailServer _mail = new();
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero));
    private string _database = "";
    private ServiceProvider _services = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await server.CreateDatabaseAsync(Cancel);
        _services = Services();
        await FillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _mail.DisposeAsync();
    }

    [Fact]
    public async Task What_is_unread_arrives_once_with_links_to_the_configured_address()
    {
        await RunAsync(_services);
        await RunAsync(_services);
        var mail = await _mail.NextAsync(Cancel);
        Assert.Equal(("anna@example.org", "threatboard@example.org"), (mail.To, mail.From));
        Assert.Contains("“Stolen <b>token</b>” was due on 2026-11-05", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://board.example.org/models/", mail.Text, StringComparison.Ordinal);
        Assert.Null(_mail.Waiting);
    }

    [Fact]
    public async Task What_the_server_does_not_take_is_sent_with_the_next_try()
    {
        _mail.RefuseNext(1);
        await RunAsync(_services);
        Assert.Equal(1, _mail.Refused);
        Assert.Null(_mail.Waiting);
        await RunAsync(_services);
        Assert.NotNull(await _mail.NextAsync(Cancel));
    }

    [Fact]
    public async Task Two_processes_at_once_send_one()
    {
        await using var other = Services();
        await Task.WhenAll(RunAsync(_services), RunAsync(other));
        Assert.NotNull(await _mail.NextAsync(Cancel));
        Assert.Null(_mail.Waiting);
    }

    private static Task RunAsync(ServiceProvider process) => process.GetRequiredService<DigestJob>().RunAsync(Cancel);

    private ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ThreatBoard:Smtp:Host"] = "127.0.0.1",
            ["ThreatBoard:Smtp:Port"] = $"{_mail.Port}",
            ["ThreatBoard:Smtp:From"] = "threatboard@example.org",
            ["ThreatBoard:PublicUrl"] = "https://board.example.org",
        }).Build();
        return new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_clock).AddThreatBoardData(_database).AddMail(configuration).AddNotices(configuration).BuildServiceProvider();
    }

    private async Task FillAsync()
    {
        var access = _services.GetRequiredService<Access>();
        var workspace = (await access.WorkspacesAsync(Caller.OfProcess(Data.Database.LocalPerson), Right.Administer, Cancel))[0];
        var model = await _services.GetRequiredService<WorkspaceModels>().CreateAsync(workspace, "Shop", "", [], Cancel);
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand("""
            WITH anna AS (INSERT INTO person (id, name, created_at, is_administrator) VALUES (gen_random_uuid(), 'Anna', now(), false) RETURNING id),
            member AS (INSERT INTO membership (workspace_id, person_id, role) SELECT $1, id, 'Editor' FROM anna),
            account AS (
              INSERT INTO account (id, email, normalized_email, user_name, normalized_user_name, email_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, factor_step)
              SELECT id, 'anna@example.org', 'ANNA@EXAMPLE.ORG', 'anna@example.org', 'ANNA@EXAMPLE.ORG', true, false, true, 0, 0 FROM anna)
            INSERT INTO notice (id, person_id, model_id, kind, key, subject_kind, subject_id, title, by, words, due, at)
            SELECT gen_random_uuid(), id, $2, 'Overdue', 'overdue:1', 'threat', gen_random_uuid(), 'Stolen <b>token</b>', '', '', '2026-11-05', '2026-11-06' FROM anna
            """);
        command.Parameters.Add(new() { Value = workspace.WorkspaceId });
        command.Parameters.Add(new() { Value = model.ModelId });
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
