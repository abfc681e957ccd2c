using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Backup;
using ThreatBoard.Data.Tests.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Auditing;

public sealed class StoredHistoryTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Tampering => new()
    {
        { "UPDATE journal_entry SET author = 'Nobody' WHERE model_id = $1 AND number = 2", "Entry 2 is not what was written." },
        { "UPDATE journal_change SET after = before WHERE model_id = $1 AND number = 2", "The changes of entry 2 are not those that were written." },
        { "DELETE FROM journal_entry WHERE model_id = $1 AND number = 3", "Entry 3 is missing." },
        { "UPDATE revision SET message = 'other' WHERE model_id = $1", "Revision 1 is not what was published." },
    };

    [Theory]
    [Trait("Matrix", "D23")]
    [MemberData(nameof(Tampering))]
    public async Task One_tampered_row_is_found_from_the_page_and_from_the_command_line(string sql, string found)
    {
        var room = await database.RoomAsync(await database.PersonAsync("Olga"));
        var model = await database.Models.CreateAsync(room, "Shop", "", [], Cancel);
        await database.EditAsync(model, Change.Add(Some.Component()));
        await database.ApplyAsync(model, new Intent.Publish("First"));
        Assert.True((await OfAsync(room)).Holds);
        await database.TamperAsync(sql, model.ModelId);
        var damage = Assert.Single((await OfAsync(room)).Damages);
        Assert.Equal((model.ModelId, found), (damage.Model, damage.What));
        await using var owned = OwnedDatabase.Of(database.OwnerConnectionString);
        Assert.Contains(damage, (await owned.VerifyAsync(progress: null, Cancel)).Damages);
        Assert.Equal(AuditKind.Damaged, (await database.Get<SecurityAudit>().ListAsync(room, new("history"), Cancel))[0].Kind);
    }

    [Fact]
    [Trait("Matrix", "D23")]
    public async Task A_workspace_proves_its_own_models_and_the_installation_proves_all()
    {
        var room = await database.RoomAsync(await database.PersonAsync("Olga"));
        await database.Models.CreateAsync(room, "Shop", "", [], Cancel);
        await database.NewModelAsync("Elsewhere");
        var told = new List<HistoryProgress>();
        var report = await database.Get<StoredHistory>().VerifyAsync(room, new Told(told), Cancel);
        Assert.Equal((1, 1L), (report.Models, report.Entries));
        Assert.Equal([(0, 2, "the security audit"), (1, 2, "Shop")], told.Select(part => (part.Done, part.Of, part.Now)));
        var installation = (await database.Access.ForInstallationAsync(Caller.OfProcess(Database.LocalPerson), Cancel))!;
        Assert.True((await database.Get<StoredHistory>().VerifyAsync(installation, progress: null, Cancel)).Models >= 2);
    }

    [Fact]
    public async Task Only_an_owner_proves_a_workspace()
    {
        var room = await database.RoomAsync(await database.PersonAsync("Olga"));
        var editor = (await database.InAsync(room.WorkspaceId, await database.JoinAsync(room, "Ed", Role.Editor)))!;
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.Get<StoredHistory>().VerifyAsync(editor, progress: null, Cancel));
    }

    private Task<HistoryReport> OfAsync(WorkspaceAccess room) => database.Get<StoredHistory>().VerifyAsync(room, progress: null, Cancel);

    private sealed class Told(List<HistoryProgress> parts) : IProgress<HistoryProgress>
    {
        public void Report(HistoryProgress value) => parts.Add(value);
    }
}
