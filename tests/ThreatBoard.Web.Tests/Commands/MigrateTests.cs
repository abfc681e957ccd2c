using Npgsql;
using ThreatBoard.Testing.Running;
using ThreatBoard.Web.Tests.Hosting;

namespace ThreatBoard.Web.Tests.Commands;

/// <summary>The built program's verb <c>migrate</c>, and the program that then runs without the owner's password.</summary>
public sealed class MigrateTests(Server server) : IDisposable
{
    private readonly string _folder = RunningApp.NewFolder();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private RunningApp Program(string connection, bool isServer = true, bool migrates = true) => new(_folder)
    {
        IsServer = isServer,
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__ThreatBoard"] = connection,
            ["ThreatBoard__Migrates"] = migrates ? "true" : "false",
            ["ThreatBoard__State"] = Path.Combine(_folder, "state"),
        },
    };

    [Fact]
    public async Task An_empty_database_gets_the_schema_and_a_second_time_changes_nothing()
    {
        var owner = await server.CreateEmptyDatabaseAsync(Cancel);

        var first = await Program(owner).RunAsync("migrate");
        var applied = await ScalarAsync(owner, "SELECT count(*) FROM \"__EFMigrationsHistory\"");
        var second = await Program(owner).RunAsync("migrate");

        Assert.Equal((0, 0, "", ""), (first.ExitCode, second.ExitCode, first.Complaint, second.Complaint));
        Assert.True(applied is > 0L);
        Assert.Equal(applied, await ScalarAsync(owner, "SELECT count(*) FROM \"__EFMigrationsHistory\""));
        Assert.Equal("Server", await ScalarAsync(owner, "SELECT kind FROM installation"));
    }

    [Fact]
    public async Task A_database_of_the_other_kind_is_refused_and_left_alone()
    {
        var (exit, _, complaint) = await Program(await server.CreateDatabaseAsync(Cancel)).RunAsync("migrate");

        Assert.Equal(1, exit);
        Assert.Contains("scripts/to-server", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_ends_with_1_and_says_where_to_look()
    {
        var (exit, _, complaint) = await Program("Host=127.0.0.1;Port=9;Database=x;Username=x;Timeout=2").RunAsync("migrate");

        Assert.Equal(1, exit);
        Assert.Contains("Check ConnectionStrings__ThreatBoard", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_migrated_the_program_starts_with_a_login_that_owns_nothing_and_before_it_does_not()
    {
        var owner = await server.CreateEmptyDatabaseAsync(Cancel);
        await ExecuteAsync(owner, "DO $$ BEGIN CREATE ROLE threatboard_app NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        var login = $"threatboard_pod_{Environment.ProcessId}";
        await ExecuteAsync(owner, $"CREATE ROLE {login} LOGIN PASSWORD 'of a test' IN ROLE threatboard_app");
        var own = new NpgsqlConnectionStringBuilder(owner) { Username = login, Password = "of a test" }.ConnectionString;

        var early = await Assert.ThrowsAsync<InvalidOperationException>(() => Program(own, migrates: false).StartAsync());
        Assert.Contains("verb migrate", early.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await Program(owner).RunAsync("migrate")).ExitCode);
        await using var started = Program(own, migrates: false);
        await started.StartAsync();

        Assert.Contains("/setup?token=", started.FirstLink, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_that_owns_the_tables_is_refused_where_another_migrates()
    {
        var owner = await server.CreateServerDatabaseAsync(Cancel);

        var early = await Assert.ThrowsAsync<InvalidOperationException>(() => Program(owner, migrates: false).StartAsync());

        Assert.Contains("login of its own", early.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_may_stand_in_files()
    {
        var owner = await server.CreateEmptyDatabaseAsync(Cancel);
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "settings")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "ConnectionStrings__ThreatBoard"), owner + "\n", Cancel);
        var program = new RunningApp(_folder) { IsServer = true, Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["ThreatBoard__SettingsFolder"] = folder } };

        Assert.Equal(0, (await program.RunAsync("migrate")).ExitCode);
        Assert.Equal("Server", await ScalarAsync(owner, "SELECT kind FROM installation"));
    }

    private static Task<object?> ExecuteAsync(string owner, string sql) => ScalarAsync(owner, sql);

    private static async Task<object?> ScalarAsync(string owner, string sql)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
