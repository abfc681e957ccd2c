using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Testing.Circuits;
using ThreatBoard.Testing.Running;
using ThreatBoard.Web.Hosting.SingleSignOn;
using ThreatBoard.Web.Mail;
using ThreatBoard.Web.Tests.Hosting;
using ThreatBoard.Web.Tests.Importing;
using ThreatBoard.Web.Tests.SingleSignOn;

namespace ThreatBoard.Web.Tests.Account;

/// <summary>Everything by which people come into a server is used rightly and wrongly, and then looked for in what the server says about it.</summary>
[Trait("Matrix", "D22")]
public sealed partial class SignInSecretsTests(Server server) : IAsyncLifetime
{
    private const string MailPassword = "cAnArY-mail-5Tq8", WrongPassword = "cAnArY-wrong-3Zb6", NewPassword = "cAnArY horse battery 7Lm4", Email = "ada@example.org";

    private readonly TinyMailServer _mail = new();
    private readonly CapturedLog _log = new();
    private readonly Traces _traces = new();
    private readonly StringBuilder _pages = new();
    private readonly HashSet<string> _secrets = [MailPassword, WrongPassword, NewPassword, ServerHost.Password, TestProvider.Secret];
    private TestProvider _provider = null!;
    private ServerHost _host = null!;
    private string _connection = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _provider = await TestProvider.StartAsync();
        _connection = await server.CreateServerDatabaseAsync(Cancel);
        _secrets.UnionWith([_connection, new NpgsqlConnectionStringBuilder(_connection).Password!]);
        const string Sso = SingleSignOnSettings.Section, Smtp = MailSettings.Section;
        _host = await ServerHost.StartAsync(
            _connection,
            builder =>
            {
                builder.Configuration.AddJsonFile(Path.Combine(Repository.Root, "src", "ThreatBoard.Web", "appsettings.json"));
                builder.Logging.AddProvider(_log).AddFilter<CapturedLog>("ThreatBoard", LogLevel.Trace);
            },
            ($"{Sso}:Issuer", _provider.Issuer), ($"{Sso}:ClientId", TestProvider.Client), ($"{Sso}:ClientSecret", TestProvider.Secret),
            ($"{Smtp}:Host", "127.0.0.1"), ($"{Smtp}:Port", $"{_mail.Port}"), ($"{Smtp}:From", "board@example.org"), ($"{Smtp}:User", "board"), ($"{Smtp}:Password", MailPassword),
            ("ThreatBoard:PublicUrl", "http://127.0.0.1"));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
        await _mail.DisposeAsync();
        _traces.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task Nothing_by_which_people_come_in_is_in_logs_traces_pages_or_the_audit()
    {
        var owner = await SetUpAsync();
        await PasswordAsync();
        await SecondFactorAsync(owner);
        await ForgottenAsync();
        await InvitedAsync(owner);
        await SingleSignOnAsync();
        _host.Get<ILogger<SignInSecretsTests>>().LogInformation("plainly visible");

        Assert.Contains("plainly visible", _log.Text, StringComparison.Ordinal);
        Assert.Contains("/login/password", _traces.Text, StringComparison.Ordinal);
        var (log, traces, pages, audit) = (_log.Text, _traces.Text, _pages.ToString(), await AuditAsync());
        Assert.Contains("sign-in.refused", audit, StringComparison.Ordinal);
        Assert.All(_secrets, secret => Assert.All(new[] { log, traces, pages, audit }, said => Assert.DoesNotContain(secret, said, StringComparison.Ordinal)));
    }

    private async Task<Caller> SetUpAsync()
    {
        var link = await _host.LinkAsync();
        using var browser = _host.Browser();
        using var made = await browser.SetUpAsync(link, "Ada", Email, ServerHost.Password, Cancel);
        Assert.Equal("/", made.Headers.Location?.ToString());
        Keep(browser);
        _secrets.Add(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        await SeeAsync(browser, link);
        var person = (await _host.Get<PasswordSignIn>().TryAsync(Email, ServerHost.Password, "", Cancel))!.Person;
        var session = await _host.Get<Sessions>().StartAsync(person, SignInMethod.Password, secondFactor: false, "test", "", Cancel);
        return Caller.InSession(person, session.Id);
    }

    private async Task PasswordAsync()
    {
        using var browser = _host.Browser();
        await SendAsync(browser, "/login", "/login/password", ("email", Email), ("password", WrongPassword));
        await SendAsync(browser, "/login", "/login/password", ("email", WrongPassword), ("password", ServerHost.Password));
        await SendAsync(browser, "/login", "/login/password", ("email", Email), ("password", ServerHost.Password));
        await SeeAsync(browser, "/account");
    }

    private async Task SecondFactorAsync(Caller owner)
    {
        var factors = _host.Get<SecondFactors>();
        var secret = (await factors.BeginAsync(owner, Cancel))!;
        Assert.Null(await factors.ConfirmAsync(owner, "000000", Cancel));
        var codes = (await factors.ConfirmAsync(owner, AuthenticatorApp.CodeNow(secret), Cancel))!;
        _secrets.UnionWith([secret, .. codes]);
        using var browser = _host.Browser();
        await SendAsync(browser, "/login", "/login/password", ("email", Email), ("password", ServerHost.Password));
        await SendAsync(browser, "/login/second", "/login/code", ("code", WrongPassword));
        await SendAsync(browser, "/login/recovery", "/login/recovery-code", ("code", codes[0]));
        await SeeAsync(browser, "/account");
    }

    private async Task ForgottenAsync()
    {
        using var browser = _host.Browser();
        using var asked = await TeamApp.PostAsync(browser.Http, "/forgot", "/forgot", new() { ["_handler"] = "forgot", ["Email"] = Email }, Cancel);
        _pages.Append(await asked.Content.ReadAsStringAsync(Cancel));
        var mail = await _mail.NextAsync(Cancel);
        var token = LinkedToken().Match(mail.Text).Groups["token"].Value;
        Assert.NotEmpty(token);
        _secrets.Add(token);
        await SendAsync(browser, $"/reset?token={token}", $"/reset?token={token}", ("_handler", "reset"), ("Password", NewPassword));
        await SeeAsync(browser, $"/reset?token={token}");
    }

    private async Task InvitedAsync(Caller owner)
    {
        // The new password has ended the session that the owner had.
        var session = await _host.Get<Sessions>().StartAsync(owner.Person, SignInMethod.Password, secondFactor: true, "test", "", Cancel);
        var room = (await _host.Get<Access>().WorkspacesAsync(Caller.InSession(owner.Person, session.Id), Right.Administer, Cancel))[0];
        var token = (await _host.Get<Invitations>().MakeAsync(room, Role.Viewer, "grace@example.org", Cancel)).Token!;
        _secrets.Add(token);
        using var browser = _host.Browser();
        await SendAsync(browser, $"/join?token={token}", $"/join?token={token}", ("_handler", "join"), ("Name", "Grace"), ("Email", "grace@example.org"), ("Password", NewPassword));
        await SeeAsync(browser, "/models");
        await SeeAsync(browser, $"/join?token={token}");
    }

    /// <summary>Begun, and come back from with a code that the provider does not know.</summary>
    private async Task SingleSignOnAsync()
    {
        using var browser = _host.Browser();
        using var begun = await browser.Http.GetAsync("/login/single-sign-on", Cancel);
        var state = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(begun.Headers.Location!.Query)["state"].ToString();
        _secrets.Add("cAnArY-code");
        await SeeAsync(browser, $"/login/single-sign-on/callback?code=cAnArY-code&state={Uri.EscapeDataString(state)}");
    }

    private async Task SendAsync(BrowserHttp browser, string page, string action, params (string Name, string Value)[] fields)
    {
        using var answer = await TeamApp.PostAsync(browser.Http, page, action, fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal), Cancel);
        // Whoever sent the form goes on elsewhere: nobody reads what stands beside a redirect.
        Assert.NotNull(answer.Headers.Location);
        _pages.Append(answer.Headers.Location);
        Keep(browser);
    }

    private async Task SeeAsync(BrowserHttp browser, string path)
    {
        using var answer = await browser.Http.GetAsync(path, Cancel);
        _pages.Append(await answer.Content.ReadAsStringAsync(Cancel)).Append(answer.Headers.Location);
        Keep(browser);
    }

    private void Keep(BrowserHttp browser) => _secrets.UnionWith(browser.Cookies.GetAllCookies().Select(cookie => cookie.Value).Where(value => value.Length > 20));

    private async Task<string> AuditAsync()
    {
        await using var command = _host.Get<NpgsqlDataSource>().CreateCommand("SELECT string_agg(row_to_json(line)::text, E'\\n') FROM security_audit line");
        return (string)(await command.ExecuteScalarAsync(Cancel))!;
    }

    [GeneratedRegex("token=(?<token>[0-9a-f]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LinkedToken();
}
