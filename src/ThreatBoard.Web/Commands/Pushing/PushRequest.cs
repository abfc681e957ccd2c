using System.Globalization;
using ThreatBoard.Data.Importing;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Api;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Commands.Pushing;

/// <summary>Where a push goes, and as what.</summary>
public sealed record PushRequest(Uri Server, Guid Model, SourceText Source, string Key)
{
    /// <summary>What is said about namespaces and variants.</summary>
    public ReadingChoices Choices { get; init; } = ReadingChoices.None;

    /// <summary>The import endpoint with its query.</summary>
    public Uri Address => new(
        $"{Server.AbsoluteUri.TrimEnd('/')}{ApiRoutes.Prefix}/models/{Model}/imports?" + string.Join('&', Query.Where(part => part.Value.Length > 0).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}")));

    private IEnumerable<(string Name, string Value)> Query =>
    [
        ("source", Source.Name), ("cluster", Source.Cluster), ("environment", Source.Environment), ("namespace", Choices.Namespace ?? ""),
        .. Choices.Prefer.Select(file => ("prefer", file)),
        .. Choices.LeaveOut.Select(file => ("leaveOut", file)),
    ];

    /// <summary>The whole address of a path on the server.</summary>
    public string AddressOf(string path) => $"{Server.AbsoluteUri.TrimEnd('/')}/{path.TrimStart('/')}";

    /// <returns>The request, or what is wrong with what was typed.</returns>
    public static (PushRequest? Request, string? Problem) Read(VerbArguments arguments, TimeProvider clock)
    {
        if (arguments.Words.Count == 0) return (null, $"Name the folder of your manifests: {arguments.Verb.Usage}");
        if (arguments["--server"] is not { } address) return (null, "Say where ThreatBoard runs: --server https://threatboard.example.org");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var server) || server.Scheme is not ("https" or "http") || server.Query.Length > 0 || server.UserInfo.Length > 0)
            return (null, $"“{address}” is no address of a server. Give one like https://threatboard.example.org.");
        if (server.Scheme == Uri.UriSchemeHttp && !Loopback.IsLoopback(server.Host) && !arguments.Has("--allow-http"))
            return (null, "Over http:// anybody on the way can read the token. Use https://, or --allow-http inside a network that you trust.");
        if (!Guid.TryParse(arguments["--model"], out var model)) return (null, "Name the model by its id, as its address has it: --model 0190…");
        var source = new SourceText(arguments["--source"] ?? SourceNameOf(arguments.Words[0]), arguments["--cluster"] ?? "cluster", arguments["--environment"] ?? "");
        if (source.Problem is { } wrong) return (null, wrong);
        // A key of its own makes a push that is sent again after a lost answer one; the same manifests next week are another.
        var key = arguments["--key"] ?? Guid.CreateVersion7(clock.GetUtcNow()).ToString("N", CultureInfo.InvariantCulture);
        if (key.Length > RequestKey.Longest || !key.All(c => c is > ' ' and <= '~')) return (null, $"--key takes 1 to {RequestKey.Longest} printable characters without blanks.");
        var choices = new ReadingChoices { Namespace = arguments["--namespace"], Prefer = [.. arguments.All("--prefer")], LeaveOut = [.. arguments.All("--leave-out")] };
        return choices.Problem is { } choice ? (null, choice) : (new(server, model, source, key) { Choices = choices }, null);
    }

    private static string SourceNameOf(string path) => new DirectoryInfo(path).Name is var name && name.Length > Limits.Name ? name[..Limits.Name] : name;
}
