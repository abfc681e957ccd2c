namespace ThreatBoard.Web.Hosting.SignIn;

/// <summary>Where somebody goes on to after signing in: a page of ours, whatever the request says.</summary>
public static class ReturnAddress
{
    public const string Parameter = "returnUrl";

    private const int Longest = 2_000;

    /// <summary>The address if it is a path of this ThreatBoard, else <c>/</c>.</summary>
    public static string Local(string? asked)
    {
        var unescaped = asked;
        // Twice, since a proxy may have done it once.
        for (var i = 0; i < 2 && unescaped is not null; i++)
        {
            if (!IsLocal(unescaped)) return "/";
            unescaped = Uri.UnescapeDataString(unescaped);
        }

        return unescaped is not null && IsLocal(unescaped) ? asked! : "/";
    }

    /// <summary>The address of the page to sign in on, which leads back to a path.</summary>
    public static string SignInFirst(string page, string? asked) =>
        Local(asked) is var path and not "/" ? $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={Uri.EscapeDataString(path)}" : page;

    // A browser takes // and /\ for the beginning of a host, and drops tabs and line ends before it looks.
    private static bool IsLocal(string address) =>
        address is ['/', ..] && address.Length <= Longest && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl)
        && !address.Split('?', 2)[0].Contains("//", StringComparison.Ordinal);
}
