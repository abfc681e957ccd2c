using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Tests.Accounts;

/// <summary>More people in a test's database, and rooms of their own.</summary>
internal static class Colleagues
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Guid> PersonAsync(this FreshDatabase database, string name, bool administrator = false)
    {
        var id = Guid.CreateVersion7();
        await database.TamperAsync("INSERT INTO person (id, name, created_at, is_administrator) VALUES ($1, $2, now(), $3)", id, name, administrator);
        return id;
    }

    /// <summary>A workspace of its own, which no other test changes.</summary>
    public static async Task<WorkspaceAccess> RoomAsync(this FreshDatabase database, Guid owner, string name = "Room")
    {
        var (made, problem) = await database.Get<Workspaces>().CreateAsync(Caller.OfProcess(owner), name, Cancel);
        Assert.Null(problem);
        return (await database.InAsync(made!.Value, owner))!;
    }

    public static async Task<Guid> JoinAsync(this FreshDatabase database, WorkspaceAccess room, string name, Role role)
    {
        var person = await database.PersonAsync(name);
        await database.TamperAsync("INSERT INTO membership (workspace_id, person_id, role) VALUES ($1, $2, $3)", room.WorkspaceId, person, role.ToString());
        return person;
    }

    public static Task<WorkspaceAccess?> InAsync(this FreshDatabase database, Guid workspace, Guid person) =>
        database.Access.ForWorkspaceAsync(Caller.OfProcess(person), workspace, Right.Read, Cancel);
}
