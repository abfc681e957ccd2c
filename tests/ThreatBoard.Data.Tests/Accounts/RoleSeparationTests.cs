using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;

namespace ThreatBoard.Data.Tests.Accounts;

public sealed class RoleSeparationTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_owners_login_is_not_separated_and_a_login_of_its_own_is()
    {
        Assert.False(await database.Get<InstallationHealth>().AreRolesSeparatedAsync(Cancel));
        var login = $"threatboard_web_{Environment.ProcessId}";
        await database.TamperAsync($"CREATE ROLE {login} LOGIN PASSWORD 'secret of a test' IN ROLE threatboard_app");
        var own = new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { Username = login, Password = "secret of a test" }.ConnectionString;
        await using (var services = new ServiceCollection().AddLogging().AddThreatBoardData(own, database.OwnerConnectionString).BuildServiceProvider())
        {
            Assert.True(await services.GetRequiredService<InstallationHealth>().AreRolesSeparatedAsync(Cancel));
            var workspace = (await services.GetRequiredService<Access>().WorkspacesAsync(Caller.OfProcess(Database.LocalPerson), Right.Edit, Cancel))[0];
            Assert.NotNull(await services.GetRequiredService<WorkspaceModels>().CreateAsync(workspace, "By its own login", "", [], Cancel));
        }

        NpgsqlConnection.ClearAllPools();
        await database.TamperAsync($"DROP ROLE {login}");
    }

    [Theory]
    [InlineData("journal_entry")]
    [InlineData("journal_change")]
    [InlineData("revision")]
    [InlineData("snapshot")]
    [InlineData("security_audit")]
    public async Task With_a_single_connection_string_triggers_refuse_the_owner_too(string table)
    {
        await database.NewModelAsync();
        await database.Get<SecurityAudit>().AppendAsync(new("sign-in.accepted", Database.LocalPerson), Cancel);
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        foreach (var sql in new[] { $"TRUNCATE {table} CASCADE", $"DELETE FROM {table}" })
        {
            await using var command = owner.CreateCommand(sql);
            // A table without rows refuses its truncation; one with rows each deletion, too.
            if (sql.StartsWith("DELETE", StringComparison.Ordinal) && !await AnyAsync(owner, table)) continue;
            await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel));
        }
    }

    private static async Task<bool> AnyAsync(NpgsqlDataSource owner, string table)
    {
        await using var command = owner.CreateCommand($"SELECT EXISTS (SELECT FROM {table})");
        return await command.ExecuteScalarAsync(Cancel) is true;
    }
}
