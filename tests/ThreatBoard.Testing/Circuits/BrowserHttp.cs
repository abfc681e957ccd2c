using System.Net;
using System.Text.RegularExpressions;

namespace ThreatBoard.Testing.Circuits;

/// <summary>A browser's HTTP side: keeps cookies, follows nothing by itself, and logs in as a person does.</summary>
public sealed partial class BrowserHttp : IDisposable
{
    public BrowserHttp(Uri address)
    {
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, UseCookies = true }) { BaseAddress = address };
        Http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public HttpClient Http { get; }

    /// <summary>Opens a login link and presses its button.</summary>
    /// <exception cref="HttpRequestException">It was not let in.</exception>
    public async Task LogInAsync(string link, CancellationToken cancel)
    {
        var token = Uri.UnescapeDataString(link[(link.IndexOf("token=", StringComparison.Ordinal) + 6)..]);
        var page = await Http.GetStringAsync($"/login?token={Uri.EscapeDataString(token)}", cancel);
        using var answer = await Http.PostAsync("/login/confirm", new FormUrlEncodedContent([new("token", token), new("__RequestVerificationToken", Antiforgery(page))]), cancel);
        if (answer.Headers.Location?.ToString() != "/") throw new HttpRequestException($"The login was refused: {answer.StatusCode} {answer.Headers.Location}");
    }

    /// <summary>Opens the set-up link of a server and becomes its first owner, signed in.</summary>
    /// <returns>The answer: a redirect to the start page where all was well.</returns>
    public async Task<HttpResponseMessage> SetUpAsync(string link, string name, string email, string password, CancellationToken cancel)
    {
        var address = new Uri(link, UriKind.RelativeOrAbsolute);
        var path = address.IsAbsoluteUri ? address.PathAndQuery : link;
        var page = await Http.GetStringAsync(path, cancel);
        return await Http.PostAsync(path, new FormUrlEncodedContent(
        [
            new("_handler", "setup"), new("__RequestVerificationToken", Antiforgery(page)),
            new("Typed.Name", name), new("Typed.Email", email), new("Typed.Password", password),
        ]), cancel);
    }

    /// <summary>A page's text.</summary>
    /// <exception cref="HttpRequestException">It is not there for this person.</exception>
    public Task<string> PageAsync(string path, CancellationToken cancel) => Http.GetStringAsync(path, cancel);

    public void Dispose() => Http.Dispose();

    /// <summary>The token of the first form of a page.</summary>
    public static string Antiforgery(string page) => AntiforgeryField().Match(page).Groups["value"].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AntiforgeryField();
}
