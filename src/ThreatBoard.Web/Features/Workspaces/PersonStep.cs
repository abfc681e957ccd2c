using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Web.Features.Workspaces;

/// <summary>What an administrator is about to do to somebody's account, as the question before it.</summary>
/// <param name="Do">Null when it is done, else why not.</param>
public sealed record PersonStep(string Title, string Verb, string Consequence, string Done, Func<InstallationPeople, InstallationAccess, Task<string?>> Do)
{
    public static PersonStep Disable(PersonSummary person) => new(
        $"Disable {person.Name}?", "Disable",
        "Nobody can log in as this person any more; open pages end within seconds, and access tokens stop working. What was written stays. It can be enabled again."
            + (person.SoleOwnerOf.Count == 0 ? "" : $" No other owner who can log in is left in: {string.Join(", ", person.SoleOwnerOf)}."),
        $"{person.Name} is disabled.", (people, installation) => people.DisableAsync(installation, person.Id, CancellationToken.None));

    public static PersonStep Enable(PersonSummary person) => new(
        $"Enable {person.Name}?", "Enable", "This person can log in again, with the roles that they still have.",
        $"{person.Name} is enabled.", (people, installation) => people.EnableAsync(installation, person.Id, CancellationToken.None));

    public static PersonStep EndSessions(PersonSummary person) => new(
        $"Log {person.Name} out everywhere?", "Log out everywhere", "Every browser of this person is logged out within seconds. What they typed and did not save is kept as a draft.",
        $"{person.Name} is logged out everywhere.", (people, installation) => people.EndSessionsAsync(installation, person.Id, CancellationToken.None));

    public static PersonStep Administrator(PersonSummary person) => person.IsAdministrator
        ? new($"{person.Name} no longer an administrator?", "Take it back", "This person keeps their workspaces, and looks after the installation no longer.",
            $"{person.Name} is no administrator any more.", (people, installation) => people.MakeAdministratorAsync(installation, person.Id, administrator: false, CancellationToken.None))
        : new($"Make {person.Name} an administrator?", "Make administrator", "Administrators see everybody's account and the whole security audit, and can disable each other. Models stay open to members only.",
            $"{person.Name} is an administrator.", (people, installation) => people.MakeAdministratorAsync(installation, person.Id, administrator: true, CancellationToken.None));
}
