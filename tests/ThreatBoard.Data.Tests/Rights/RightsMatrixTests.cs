using System.Reflection;
using Npgsql;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Iterations;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Rights;

/// <summary>Every operation of Data × every role × workspaces of others, writes included; what is new and not in the table fails.</summary>
[Trait("Matrix", "D1")]
public sealed class RightsMatrixTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Role> AllRoles => [.. Enum.GetValues<Role>()];

    [Fact]
    public void Every_operation_has_a_row_and_every_row_an_operation()
    {
        var offered = Operation.All.Select(operation => operation.Name).ToHashSet(StringComparer.Ordinal);
        var (without, stale) = (offered.Except(Table.Rows.Keys, StringComparer.Ordinal).ToList(), Table.Rows.Keys.Except(offered, StringComparer.Ordinal).ToList());
        Assert.True(without.Count == 0, $"Without a row: {string.Join(", ", without)}");
        Assert.True(stale.Count == 0, $"Rows of nothing: {string.Join(", ", stale)}");
    }

    [Fact]
    public void What_a_row_says_is_what_the_operation_asks_for()
    {
        foreach (var operation in Operation.All)
        {
            var asked = Table.Rows[operation.Name] switch
            {
                Needs.OnModel => operation.Takes(typeof(ModelAccess)),
                Needs.OnWorkspace => operation.Takes(typeof(WorkspaceAccess)),
                Needs.Administrator => operation.Takes(typeof(InstallationAccess)),
                Needs.Own => operation.Takes(typeof(Caller)),
                _ => !operation.Takes(typeof(ModelAccess)) && !operation.Takes(typeof(WorkspaceAccess)),
            };
            Assert.True(asked, $"{operation.Name} does not take what its row says.");
        }
    }

    [Theory]
    [MemberData(nameof(AllRoles))]
    public async Task Each_role_is_refused_exactly_what_it_has_no_right_to_and_changes_nothing_by_trying(Role role)
    {
        var attempt = await AsAsync(role);
        var before = await DatabaseAsync();
        foreach (var operation in Operation.All.Where(o => NeededBy(o) is { } right && !role.Gives(right)))
            Assert.True(await attempt.IsDeniedAsync(ServiceOf(operation), operation), $"{operation.Name} let a {role} in.");
        Assert.Equal(before, await DatabaseAsync());
        foreach (var operation in Operation.All.Where(o => NeededBy(o) is { } right && role.Gives(right)))
            Assert.False(await attempt.IsDeniedAsync(ServiceOf(operation), operation), $"{operation.Name} kept a {role} out.");
    }

    [Theory]
    [MemberData(nameof(AllRoles))]
    public async Task Each_kind_of_intent_and_step_asks_for_its_right(Role role)
    {
        var model = await database.NewModelAsync();
        var access = await database.AsAsync(model, "Somebody", role);
        var before = await DatabaseAsync();
        foreach (var (kind, (right, intent)) in Intents())
        {
            var denied = await Record.ExceptionAsync(() => database.ApplyAsync(access, intent)) is UnauthorizedAccessException;
            Assert.True(denied != role.Gives(right), $"{kind} was {(denied ? "refused to" : "open to")} a {role}.");
        }

        if (!role.Gives(Right.Edit) && !role.Gives(Right.Approve)) Assert.Equal(before, await DatabaseAsync());
    }

    [Fact]
    public void Every_kind_of_intent_is_tried() => Assert.Equal(
        typeof(Intent).GetNestedTypes().Where(type => type.IsAssignableTo(typeof(Intent))).Select(type => type.Name).Order(StringComparer.Ordinal),
        Intents().Keys.Where(kind => !kind.StartsWith("TakeAs", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(AllRoles))]
    public async Task In_another_workspace_no_role_and_no_right_opens_anything(Role role)
    {
        var model = await database.NewModelAsync();
        var person = Guid.CreateVersion7();
        var elsewhere = Guid.CreateVersion7();
        await database.TamperAsync("INSERT INTO workspace (id, name, created_at) VALUES ($1, 'Elsewhere', now())", elsewhere);
        await database.TamperAsync("INSERT INTO person (id, name, created_at) VALUES ($1, 'Stranger', now())", person);
        await database.TamperAsync("INSERT INTO membership (workspace_id, person_id, role) VALUES ($1, $2, $3)", elsewhere, person, role.ToString());
        foreach (var right in Enum.GetValues<Right>())
        {
            Assert.Null(await database.Access.ForAsync(Caller.OfProcess(person), model.ModelId, right, Cancel));
            Assert.Null(await database.Access.ForWorkspaceAsync(Caller.OfProcess(person), model.WorkspaceId, right, Cancel));
        }

        Assert.Null(await database.Access.ForInstallationAsync(Caller.OfProcess(person), Cancel));
    }

    /// <summary>The right that a row asks for in a model or workspace; null for the others.</summary>
    private static Right? NeededBy(Operation operation) => Table.Rows[operation.Name] switch
    {
        Needs.OnModel { Right: var right } => right,
        Needs.OnWorkspace { Right: var right } => right,
        _ => null,
    };

    private static Dictionary<string, (Right Right, Intent Intent)> Intents() => new(StringComparer.Ordinal)
    {
        [nameof(Intent.Edit)] = (Right.Edit, new Intent.Edit([Change.Add(Some.Component())], Setter.Person)),
        [nameof(Intent.Undo)] = (Right.Edit, new Intent.Undo(1)),
        [nameof(Intent.Redo)] = (Right.Edit, new Intent.Redo(1)),
        [nameof(Intent.Publish)] = (Right.Publish, new Intent.Publish("Said")),
        [nameof(Intent.Take)] = (Right.Edit, new Intent.Take(new OpenIteration(Some.Id<Iteration>(), IterationReason.FirstLook))),
        ["TakeAsReviewer"] = (Right.Approve, new Intent.Take(new DecideApproval(Some.Id<Approval>(), Approves: true))),
        ["TakeAsCalendar"] = (Right.Administer, new Intent.Take(new MarkReviewDue())),
        [nameof(Intent.RestoreTo)] = (Right.Edit, new Intent.RestoreTo(ModelContent.Empty, "Back")),
    };

    private object ServiceOf(Operation operation) => database.Services.GetService(operation.Service)!;

    private async Task<Attempt> AsAsync(Role role)
    {
        var access = await database.AsAsync(await database.NewModelAsync(), $"A {role}", role);
        return new(access, await database.Access.ForWorkspaceAsync(Caller.OfProcess(access.Person.Id), access.WorkspaceId, Right.Read, Cancel));
    }

    /// <summary>A digest of every row of every table.</summary>
    private async Task<string> DatabaseAsync()
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        var digests = new List<string>();
        foreach (var table in await ColumnAsync(source, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"))
            digests.AddRange(await ColumnAsync(source, $"SELECT '{table} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM \"{table}\" AS t"));
        return string.Join('\n', digests);
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
