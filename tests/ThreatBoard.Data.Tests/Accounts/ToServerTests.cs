using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Testing;
using ThreatBoard.Testing.Postgres;

namespace ThreatBoard.Data.Tests.Accounts;

public sealed class ToServerTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private const string Password = "correct horse battery staple";

    // What turning and settling write to on purpose.
    private static readonly string[] s_written = ["installation", "session", "security_audit", "setup_link", "person", "account"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_data_stays_and_the_local_person_becomes_the_first_owner()
    {
        var model = await database.NewModelAsync();
        await database.EditAsync(model, Change.Add(Some.Component()), Change.Add(Some.Component()));
        Assert.IsType<Outcome.Applied>(await database.ApplyAsync(model, new Intent.Publish("Before the move")));
        var before = await DigestsAsync();
        Assert.Contains(before, digest => digest.StartsWith("revision 1 ", StringComparison.Ordinal));

        Assert.True(await new Database(database.OwnerConnectionString, TimeProvider.System).TurnIntoServerAsync(Cancel));
        Assert.Equal(before, await DigestsAsync());
        var token = await database.Get<SetupLinks>().IssueAsync(Cancel);
        var (person, problem) = await database.Get<FirstOwner>().MakeAsync(token, new("Ada", "ada@example.org", Password), "::1", Cancel);
        Assert.Null(problem);
        Assert.Equal(Database.LocalPerson, person);
        Assert.Equal(before, await DigestsAsync());

        Assert.Equal(Database.LocalPerson, (await database.Get<PasswordSignIn>().TryAsync("ada@example.org", Password, "::1", Cancel))?.Person);
        Assert.NotNull(await database.Access.ForAsync(Caller.OfProcess(Database.LocalPerson), model.ModelId, Right.Administer, Cancel));
        Assert.NotNull(await database.Access.ForInstallationAsync(Caller.OfProcess(Database.LocalPerson), Cancel));
        Assert.Empty(await ModelProof.OffendersAsync(database.OwnerConnectionString, Cancel));
        Assert.Null(await database.Get<SecurityAudit>().VerifyAsync(Cancel));
        Assert.Null(await database.Get<SetupLinks>().IssueAsync(Cancel));
    }

    private async Task<IReadOnlyList<string>> DigestsAsync()
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        var digests = new List<string>();
        foreach (var table in await ColumnAsync(source, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"))
        {
            if (s_written.Contains(table, StringComparer.Ordinal)) continue;
            digests.AddRange(await ColumnAsync(source, $"SELECT '{table} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM \"{table}\" AS t"));
        }

        return digests;
    }

    private static async Task<List<string>> ColumnAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel)) rows.Add(reader.GetString(0));
        return rows;
    }
}
