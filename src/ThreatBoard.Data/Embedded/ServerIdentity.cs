using System.Diagnostics;

namespace ThreatBoard.Data.Embedded;

/// <summary>The unprivileged user and group that a root process gives the server, for initdb and postgres refuse to be root.</summary>
public sealed record ServerIdentity(string User, string Group)
{
    /// <summary>Null when this process is not root: the server then runs as the same user.</summary>
    public static ServerIdentity? For(EmbeddedPostgresOptions options) =>
        Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? Parse(options.RunAs) : null;

    public static ServerIdentity Parse(string userAndGroup) =>
        userAndGroup.Split(':') is [{ Length: > 0 } user, { Length: > 0 } group] && user != "root"
            ? new(user, group)
            : throw new EmbeddedPostgresException(
                $"'{userAndGroup}' is not user:group of somebody other than root. Set ThreatBoard__Embedded__RunAs=nobody:nogroup.");

    /// <summary>The same command, given up to this identity first.</summary>
    public ProcessStartInfo Wrap(string program, IEnumerable<string> arguments) =>
        new("setpriv", [$"--reuid={User}", $"--regid={Group}", "--clear-groups", "--", program, .. arguments]);

    /// <summary>Gives a file or a folder with all in it to this identity.</summary>
    public Task OwnAsync(string path, CancellationToken cancel) =>
        ExternalProgram.RunAsync(new ProcessStartInfo("chown", ["-R", $"{User}:{Group}", "--", path]), cancel).OrThrowAsync();
}
