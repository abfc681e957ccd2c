using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Testing.Running;

namespace ThreatBoard.Benchmarks;

/// <summary>Row D27: whether the time of an answer tells strangers what exists. Each pair is asked in turns, and is to differ by 50 ms at most in its medians.</summary>
public static class EnumerationBenchmark
{
    /// <summary>How many of each; under five a person, so that nobody is locked out.</summary>
    private const int Rounds = 40;

    private const int TriesEach = 4;

    private static readonly CancellationToken s_none = CancellationToken.None;

    public static async Task RunAsync()
    {
        await using var mail = new TinyMailServer();
        // Mail needs an address for its links, which is to be the one that is asked here.
        var address = $"http://127.0.0.1:{FreePort()}";
        await using var team = new TeamApp(
            ("ThreatBoard__Smtp__Host", "127.0.0.1"), ("ThreatBoard__Smtp__Port", mail.Port.ToString(CultureInfo.InvariantCulture)), ("ThreatBoard__Smtp__From", "board@example.org"),
            ("ThreatBoard__PublicUrl", address), ("ASPNETCORE_URLS", address));
        await team.StartAsync(s_none);
        // Passwords that cost as much to check as the installation's own: those of a test cost less.
        await using var services = new ServiceCollection().AddLogging().AddThreatBoardData(team.ConnectionString).BuildServiceProvider();
        var people = new List<TeamPerson>();
        for (var i = 0; i < (Rounds / TriesEach) + 2; i++) people.Add(await AddAsync(team, services.GetRequiredService<Passwords>(), i));
        await team.ExecuteAsync("UPDATE account SET lockout_end = now() + interval '1 hour' WHERE id = $1", s_none, people[^1].Person);

        await CompareAsync(team, "sign-in.unknown", ("/login", "/login/password", i => new() { ["email"] = people[i / TriesEach].Email, ["password"] = "not the right one" }), i => new() { ["email"] = Nobody(i), ["password"] = "not the right one" });
        await CompareAsync(team, "sign-in.locked", ("/login", "/login/password", i => new() { ["email"] = people[^1].Email, ["password"] = TeamApp.Password }), i => new() { ["email"] = Nobody(i), ["password"] = TeamApp.Password });
        await CompareAsync(team, "reset.unknown", ("/forgot", "/forgot", i => new() { ["_handler"] = "forgot", ["Email"] = people[i / TriesEach].Email }), i => new() { ["_handler"] = "forgot", ["Email"] = Nobody(i) });
        await InvitationsAsync(team, services.GetRequiredService<Invitations>(), people);
        await ModelsAsync(team);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Nobody(int i) => $"nobody-{i}@example.org";

    private static async Task<TeamPerson> AddAsync(TeamApp team, Passwords passwords, int number)
    {
        var person = await team.AddAsync($"Person {number}", Role.Owner, s_none);
        var problem = await passwords.ResetAsync(await passwords.IssueAsync(person.Email, "", s_none), TeamApp.Password, "", s_none);
        return problem is null ? person : throw new InvalidOperationException(problem.Message);
    }

    private static async Task CompareAsync(TeamApp team, string name, (string Page, string Action, Func<int, Dictionary<string, string>> Fields) known, Func<int, Dictionary<string, string>> unknown)
    {
        using var client = team.Client();
        await PairAsync(
            name,
            async i => (await TeamApp.PostAsync(client, known.Page, known.Action, known.Fields(i), s_none)).Dispose(),
            async i => (await TeamApp.PostAsync(client, known.Page, known.Action, unknown(i), s_none)).Dispose());
    }

    /// <summary>An owner who invites somebody hears nothing of who has an account, and a link that leads nowhere looks like one that has run out.</summary>
    private static async Task InvitationsAsync(TeamApp team, Invitations invitations, List<TeamPerson> people)
    {
        var room = await OwnedAsync(team);
        await PairAsync("invitation.unknown", i => invitations.MakeAsync(room, Role.Viewer, people[i % people.Count].Email, s_none), i => invitations.MakeAsync(room, Role.Viewer, Nobody(i), s_none));
        var expired = (await invitations.MakeAsync(room, Role.Viewer, "late@example.org", s_none)).Token;
        await team.ExecuteAsync("UPDATE invitation SET expires_at = now() - interval '1 second' WHERE email = 'late@example.org'", s_none);
        using var client = team.Client();
        await PairAsync("join.missing", _ => client.GetStringAsync($"/join?token={expired}", s_none), _ => client.GetStringAsync($"/join?token={new string('0', 48)}", s_none));
    }

    private static async Task ModelsAsync(TeamApp team)
    {
        var model = await team.Get<WorkspaceModels>().CreateAsync(await OwnedAsync(team), "Shop", "", [], s_none);
        using var stranger = await team.SignInAsync(await team.AddAsync("Elsewhere", Role.Owner, s_none, await team.NewWorkspaceAsync("Elsewhere", s_none)), s_none);
        await PairAsync("model.missing", _ => GetAsync(stranger, $"/models/{model.ModelId}/diagram/scene"), _ => GetAsync(stranger, $"/models/{Guid.CreateVersion7()}/diagram/scene"));
    }

    private static async Task<WorkspaceAccess> OwnedAsync(TeamApp team)
    {
        var owner = await team.AddAsync("Owner", Role.Owner, s_none);
        return (await team.Get<Access>().ForWorkspaceAsync(Caller.OfProcess(owner.Person), team.Workspace, Right.Administer, s_none))!;
    }

    private static async Task GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, s_none);
    }

    private static async Task PairAsync(string name, Func<int, Task> known, Func<int, Task> unknown)
    {
        var (one, other) = (new List<double>(), new List<double>());
        await TimeAsync(known, 0);
        await TimeAsync(unknown, Rounds);
        for (var i = 0; i < Rounds; i++)
        {
            one.Add(await TimeAsync(known, i));
            other.Add(await TimeAsync(unknown, i));
        }

        var (first, second) = (Figures.Percentile(one, 50), Figures.Percentile(other, 50));
        Figures.Print($"enumeration.{name}.there", first, "ms");
        Figures.Print($"enumeration.{name}.not-there", second, "ms");
        Figures.Print($"enumeration.{name}.difference", Math.Abs(first - second), "ms");
    }

    private static async Task<double> TimeAsync(Func<int, Task> run, int i)
    {
        var start = Stopwatch.GetTimestamp();
        await run(i);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
