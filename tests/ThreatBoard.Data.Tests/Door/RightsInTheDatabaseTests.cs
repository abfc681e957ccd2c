using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Door;

public sealed class RightsInTheDatabaseTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Written => [.. new[] { "journal_entry", "journal_change", "revision", "snapshot" }
        .SelectMany(table => new[] { $"UPDATE {table} SET model_id = model_id", $"DELETE FROM {table}", $"TRUNCATE {table} CASCADE" })];

    [Theory]
    [Trait("Matrix", "D23")]
    [MemberData(nameof(Written))]
    public async Task What_was_written_once_is_refused_to_the_application_and_to_the_owner(string sql)
    {
        var model = await database.NewModelAsync();
        await database.Get<SnapshotStore>().PutAsync(model, [1, 2, 3], Cancel);
        await database.Store.ApplyAsync(model, new Intent.Publish("first"), OperationId.New(TimeProvider.System), Cancel);
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);

        var application = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(database.Get<NpgsqlDataSource>(), sql));
        var byTrigger = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(owner, sql));

        Assert.Equal((PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.InsufficientPrivilege), (application.SqlState, byTrigger.SqlState));
        Assert.Contains("permission denied", application.MessageText);
        Assert.Contains("written once", byTrigger.MessageText);
    }

    [Fact]
    public async Task Every_connection_of_the_application_has_its_role()
    {
        await using var command = database.Get<NpgsqlDataSource>().CreateCommand("SELECT current_user::text");

        Assert.Equal("threatboard_app", await command.ExecuteScalarAsync(Cancel));
    }

    [Fact]
    public async Task A_key_that_names_nothing_is_refused_at_the_commit()
    {
        var model = await database.NewModelAsync();
        var (web, store) = (Some.Component(), Some.Component("orders"));
        await database.EditAsync(model, Change.Add(web), Change.Add(store), Change.Add(Some.Flow(web, store)));
        await using var connection = await database.Get<NpgsqlDataSource>().OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await using var command = new NpgsqlCommand("DELETE FROM component WHERE model_id = $1", connection, transaction);
        command.Parameters.Add(new() { Value = model.ModelId });

        Assert.Equal(2, await command.ExecuteNonQueryAsync(Cancel));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => transaction.CommitAsync(Cancel));

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);
    }

    [Theory]
    [InlineData("UPDATE flow SET port = 70000 WHERE model_id = $1")]
    [InlineData("UPDATE threat SET assessment_likelihood = 6 WHERE model_id = $1")]
    public async Task Values_out_of_their_range_are_refused_by_the_tables_too(string sql)
    {
        var model = await database.NewModelAsync();
        var (web, store) = (Some.Component(), Some.Component("orders"));
        await database.EditAsync(model, Change.Add(web), Change.Add(store), Change.Add(Some.Flow(web, store)), Change.Add(Some.Threat() with { Assessment = new(1, 1, "") }));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(database.Get<NpgsqlDataSource>(), sql, model.ModelId));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    [Fact]
    public async Task Every_foreign_key_waits_for_the_commit()
    {
        await using var command = database.Get<NpgsqlDataSource>().CreateCommand("SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND NOT (condeferrable AND condeferred)");

        Assert.Equal(0L, await command.ExecuteScalarAsync(Cancel));
    }

    [Fact]
    public async Task The_model_has_no_change_that_no_migration_makes()
    {
        await using var db = database.Db();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_database_of_a_later_version_is_refused()
    {
        await using var owner = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await ExecuteAsync(owner, """INSERT INTO "__EFMigrationsHistory" VALUES ('29991231000000_Later', '20.0')""");
        try
        {
            var refused = await Assert.ThrowsAsync<Backup.BackupException>(() => new Database(database.OwnerConnectionString, TimeProvider.System).MigrateAsync(Cancel));
            Assert.Contains("29991231000000_Later", refused.Message);
        }
        finally
        {
            await ExecuteAsync(owner, """DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '29991231000000_Later'""");
        }
    }

    [Fact]
    public async Task An_owner_who_is_no_superuser_suffices()
    {
        var (name, password) = ($"owner_{Environment.ProcessId}", "not-a-secret");
        await using var administrator = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await ExecuteAsync(administrator, $"CREATE ROLE {name} LOGIN PASSWORD '{password}'");
        await ExecuteAsync(administrator, $"GRANT threatboard_app TO {name}");
        await ExecuteAsync(administrator, $"CREATE DATABASE {name} OWNER {name}");
        var owned = new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { Database = name, Username = name, Password = password, Pooling = false }.ConnectionString;
        await new Database(owned, TimeProvider.System).MigrateAsync(Cancel);
        await using var services = new ServiceCollection().AddLogging().AddThreatBoardData(owned).BuildServiceProvider();
        var workspace = (await services.GetRequiredService<Access>().WorkspacesAsync(Caller.OfProcess(Database.LocalPerson), Right.Edit, Cancel))[0];

        var model = await services.GetRequiredService<WorkspaceModels>().CreateAsync(workspace, "Shop", "", [], Cancel);

        Assert.Null(await services.GetRequiredService<Journal>().VerifyAsync(model, Cancel));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(services.GetRequiredService<NpgsqlDataSource>(), "DELETE FROM journal_entry"));
        Assert.Contains("permission denied", refused.MessageText);
    }

    [Fact]
    public async Task Several_processes_may_migrate_at_once()
    {
        var database2 = new Database(database.OwnerConnectionString, TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database2.MigrateAsync(Cancel)));
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
