using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Tests.Accounts;

namespace ThreatBoard.Data.Tests.Auditing;

public sealed class AuditFilterTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static readonly DateTimeOffset s_noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SecurityAudit Audit => database.Get<SecurityAudit>();

    [Fact]
    public async Task Lines_are_found_by_kind_area_person_and_day()
    {
        var ann = await database.PersonAsync("Ann 100%");
        await Audit.AppendAsync(new(AuditKind.SignedIn, ann), Cancel);
        await Audit.AppendAsync(new(AuditKind.SignInRefused, ann), Cancel);
        await Audit.AppendAsync(new(AuditKind.TokenMade, ann), Cancel);
        await database.TamperAsync("UPDATE security_audit SET at = $1 WHERE kind = $2", s_noon, AuditKind.TokenMade);
        Assert.Equal([AuditKind.SignInRefused, AuditKind.SignedIn], await KindsAsync(new("sign-in", "ann 100%")));
        Assert.Equal([AuditKind.SignedIn], await KindsAsync(new(AuditKind.SignedIn, "ANN")));
        Assert.Empty(await KindsAsync(new(Person: "Ann_100")));
        var day = DateOnly.FromDateTime(s_noon.Date);
        Assert.Equal([AuditKind.TokenMade], await KindsAsync(new(From: day, To: day)));
        Assert.Empty(await KindsAsync(new(To: day.AddDays(-1))));
        await database.TamperAsync("DELETE FROM security_audit");
    }

    [Fact]
    public async Task One_pages_from_the_newest_line_back()
    {
        for (var i = 0; i < AuditFilter.PageSize + 5; i++) await Audit.AppendAsync(new(AuditKind.SignedOut, Database.LocalPerson), Cancel);
        var installation = await InstallationAsync();
        var first = await Audit.ListAsync(installation, new(AuditKind.SignedOut), Cancel);
        var second = await Audit.ListAsync(installation, new(AuditKind.SignedOut, Before: first[^1].Number), Cancel);
        Assert.Equal((AuditFilter.PageSize, 5), (first.Count, second.Count));
        Assert.Equal(first.Concat(second).OrderByDescending(line => line.Number), first.Concat(second));
    }

    [Fact]
    public async Task An_export_holds_every_line_and_says_that_it_was_made()
    {
        var lines = new List<AuditRow>();
        await foreach (var line in Audit.ExportAsync(await InstallationAsync(), new(), Cancel)) lines.Add(line);
        Assert.Equal(AuditKind.Exported, lines[^1].Kind);
        Assert.Equal(lines.Select(line => line.Number).Order(), lines.Select(line => line.Number));
    }

    [Fact]
    public async Task A_workspace_shows_its_own_lines_to_its_owners_only()
    {
        var room = await database.RoomAsync(await database.PersonAsync("Olga"));
        Assert.Equal([AuditKind.WorkspaceMade], (await Audit.ListAsync(room, new(), Cancel)).Select(line => line.Kind));
        var viewer = (await database.InAsync(room.WorkspaceId, await database.JoinAsync(room, "Vic", Role.Viewer)))!;
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Audit.ListAsync(viewer, new(), Cancel));
    }

    private async Task<IEnumerable<string>> KindsAsync(AuditFilter filter) => (await Audit.ListAsync(await InstallationAsync(), filter, Cancel)).Select(line => line.Kind);

    private async Task<InstallationAccess> InstallationAsync() => (await database.Access.ForInstallationAsync(Caller.OfProcess(Database.LocalPerson), Cancel))!;
}
