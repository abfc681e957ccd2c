namespace ThreatBoard.Web.Layout;

/// <summary>Which of the two sides a browser shows: what its system prefers, or what its person chose (kept in a cookie).</summary>
public sealed record Theme(string? Name)
{
    public const string Cookie = "threatboard-theme";

    public static Theme System { get; } = new((string?)null);

    public string LightMedia => Media("light");

    public string DarkMedia => Media("dark");

    public string ColorScheme => Name ?? "light dark";

    public static Theme Of(string? cookie) => cookie is "light" or "dark" ? new(cookie) : System;

    // Paper is light, whatever the screen shows.
    private string Media(string side) => Name is null ? $"{(side == "dark" ? "screen and " : "")}(prefers-color-scheme: {side})" : Name == side ? (side == "dark" ? "screen" : "all") : "not all";
}
