using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Testing.Running;
using ThreatBoard.Web.Features.Account;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Tests.Hosting;
using ThreatBoard.Web.Tests.Importing;

namespace ThreatBoard.Web.Tests.Workspaces;

/// <summary>Secrets that people and programs show at the door are looked for in whatever ThreatBoard says about it.</summary>
[Trait("Matrix", "D22")]
public sealed class SecretsTests(Server server) : IAsyncLifetime
{
    private const string Password = "cAnArY-password-9Kd2";

    private readonly string _state = Directory.CreateTempSubdirectory("threatboard-host-").FullName;
    private readonly CapturedLog _log = new();
    private WebApplication _app = null!;
    private string _connection = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connection = await server.CreateDatabaseAsync(Cancel);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name, EnvironmentName = "Production" });
        builder.Configuration.AddJsonFile(Path.Combine(Repository.Root, "src", "ThreatBoard.Web", "appsettings.json"));
        builder.Configuration[StateFolder.Setting] = _state;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.AddProvider(_log);
        // Ours at every level; what others write, as this product configures it.
        builder.Logging.AddFilter<CapturedLog>("ThreatBoard", LogLevel.Trace);
        builder.Services.AddThreatBoardData(_connection);
        builder.AddThreatBoardWeb();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        _app = builder.Build();
        _app.UseThreatBoardWeb();
        await _app.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _log.Dispose();
        Directory.Delete(_state, recursive: true);
    }

    [Fact]
    public async Task Nothing_that_opens_a_door_is_in_logs_error_pages_or_the_audit()
    {
        var said = new StringBuilder();
        using var web = new BrowserHttp(Get<ListenAddress>().Url);
        var (secrets, programs) = (await SignInAsync(web, said), new List<string>());
        var room = (await Get<Access>().WorkspacesAsync(Caller.OfProcess(Data.Database.LocalPerson), Right.Administer, Cancel))[0];
        programs.Add((await Get<AccessTokens>().CreateAsync(room, "pipeline", [TokenScope.WriteImports], TimeSpan.FromDays(1), Cancel)).Text);
        programs.Add((await Get<Invitations>().MakeAsync(room, Role.Viewer, email: null, Cancel)).Token!);
        await KnockAsync(web, programs, said);
        await Get<StoredHistory>().VerifyAsync(room, progress: null, Cancel);
        _app.Services.GetRequiredService<ILogger<SecretsTests>>().LogInformation("plainly visible");

        Assert.Contains("plainly visible", _log.Text, StringComparison.Ordinal);
        foreach (var secret in secrets.Concat(programs).Append(Password).Append(_connection).Append(new NpgsqlConnectionStringBuilder(_connection).Password!))
        {
            Assert.DoesNotContain(secret, _log.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, said.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(secret, await AuditAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_line_break_in_what_somebody_says_begins_no_line_of_the_audit()
    {
        var forged = "pipeline\n99,2026-01-01,sign-in.accepted,Administrator";
        await Get<SecurityAudit>().AppendAsync(new(AuditKind.Denied, Data.Database.LocalPerson) { Detail = new Dictionary<string, string>(StringComparer.Ordinal) { ["what"] = forged } }, Cancel);
        var installation = (await Get<Access>().ForInstallationAsync(Caller.OfProcess(Data.Database.LocalPerson), Cancel))!;
        var line = (await Get<SecurityAudit>().ListAsync(installation, new(AuditKind.Denied), Cancel))[0];
        Assert.DoesNotContain('\n', line.Detail);
        Assert.Single(Features.Workspaces.AuditCsv.Line(line).TrimEnd().Split('\n'));
        Assert.Equal(("what", forged), Features.Workspaces.AuditWords.Detail(line).Single());
    }

    private T Get<T>()
        where T : class => _app.Services.GetRequiredService<T>();

    /// <returns>The link's token, and every cookie that came of it.</returns>
    private async Task<List<string>> SignInAsync(BrowserHttp web, StringBuilder said)
    {
        var token = Get<LoginLinks>().Issue();
        await web.LogInAsync($"/login?token={token}", Cancel);
        said.Append(await (await web.Http.GetAsync($"/login?token={token}x", Cancel)).Content.ReadAsStringAsync(Cancel));
        return [.. web.Cookies.GetAllCookies().Select(cookie => cookie.Value).Where(value => value.Length > 20)];
    }

    /// <summary>Doors that do not open: wrong addresses, broken bodies, passwords in the wrong place.</summary>
    private static async Task KnockAsync(BrowserHttp web, List<string> programs, StringBuilder said)
    {
        foreach (var path in new[] { "/error", "/no-such-page", $"/models/{Guid.Empty}/diagram/scene", $"/join?token={programs[1]}x", "/audit/export.csv" }) await AddAsync(web, path, said);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/models/{Guid.Empty}/imports") { Content = new StringContent("{", Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", programs[0]);
        using var refused = await web.Http.SendAsync(request, Cancel);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        said.Append(await refused.Content.ReadAsStringAsync(Cancel));
        using var wrong = await web.Http.PostAsync("/login/confirm", new FormUrlEncodedContent([new("token", Password)]), Cancel);
        said.Append(await wrong.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task AddAsync(BrowserHttp web, string path, StringBuilder said)
    {
        using var answer = await web.Http.GetAsync(path, Cancel);
        said.Append(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<string> AuditAsync()
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand("SELECT string_agg(row_to_json(line)::text, E'\\n') FROM security_audit line");
        return (string)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
