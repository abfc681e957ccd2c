using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;

namespace ThreatBoard.Data.Tests.Accounts;

public sealed class InstallationTests(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_server_has_nobody_and_gives_out_a_link()
    {
        await using var services = await StartAsync(await server.Postgres.CreateEmptyDatabaseAsync(Cancel), InstallationKind.Server);
        Assert.Empty(await services.GetRequiredService<Access>().WorkspacesAsync(Caller.OfProcess(Database.LocalPerson), Right.Read, Cancel));
        var links = services.GetRequiredService<SetupLinks>();
        Assert.Equal(SetupLinkState.Valid, await links.LookAsync(await links.IssueAsync(Cancel), Cancel));
        Assert.Equal(SetupLinkState.Unknown, await links.LookAsync(new('0', 48), Cancel));
        Assert.Equal(SetupLinkState.Unknown, await links.LookAsync(token: null, Cancel));
    }

    [Fact]
    public async Task A_local_installation_gives_out_no_set_up_link()
    {
        await using var services = await StartAsync(await server.Postgres.CreateDatabaseAsync(Cancel), InstallationKind.Local);
        Assert.Null(await services.GetRequiredService<SetupLinks>().IssueAsync(Cancel));
        Assert.Equal(SetupLinkState.Settled, await services.GetRequiredService<SetupLinks>().LookAsync(new('0', 48), Cancel));
    }

    [Theory]
    [InlineData(InstallationKind.Local, InstallationKind.Server, "scripts/to-server")]
    [InlineData(InstallationKind.Server, InstallationKind.Local, "scripts/run --server")]
    public async Task A_database_is_refused_as_what_it_is_not_with_the_command_to_use(InstallationKind made, InstallationKind started, string command)
    {
        var connection = await server.Postgres.CreateEmptyDatabaseAsync(Cancel);
        await using (await StartAsync(connection, made))
        {
            var refused = await Assert.ThrowsAsync<WrongInstallationException>(() => new Database(connection, TimeProvider.System).MigrateAsync(Cancel, kind: started));
            Assert.Contains(command, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Turning_a_local_installation_ends_its_sessions_and_doing_it_again_changes_nothing()
    {
        var connection = await server.Postgres.CreateDatabaseAsync(Cancel);
        await using var services = await StartAsync(connection, InstallationKind.Local);
        var session = await services.GetRequiredService<Sessions>().StartAsync(Database.LocalPerson, SignInMethod.Link, secondFactor: false, "Firefox", "::1", Cancel);
        var database = new Database(connection, TimeProvider.System);

        Assert.True(await database.TurnIntoServerAsync(Cancel));
        Assert.Null(await services.GetRequiredService<Sessions>().FindAliveAsync(session.Id, Cancel));
        Assert.NotNull(await services.GetRequiredService<SetupLinks>().IssueAsync(Cancel));
        Assert.False(await database.TurnIntoServerAsync(Cancel));
        await database.MigrateAsync(Cancel, kind: InstallationKind.Server);
        Assert.Null(await services.GetRequiredService<SecurityAudit>().VerifyAsync(Cancel));
    }

    [Theory]
    [InlineData("UPDATE installation SET kind = 'Local'")]
    [InlineData("DELETE FROM installation")]
    [InlineData("INSERT INTO installation (id, kind, made_at) VALUES (1, 'Local', now())")]
    public async Task The_application_cannot_turn_a_server_into_a_local_installation(string sql)
    {
        await using var services = await StartAsync(await server.Postgres.CreateEmptyDatabaseAsync(Cancel), InstallationKind.Server);
        await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static async Task<ServiceProvider> StartAsync(string connection, InstallationKind kind)
    {
        await new Database(connection, TimeProvider.System).MigrateAsync(Cancel, kind: kind);
        return new ServiceCollection().AddLogging().AddThreatBoardData(connection).BuildServiceProvider();
    }
}
