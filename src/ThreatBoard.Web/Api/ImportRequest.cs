using System.Security.Cryptography;
using System.Text;
using ThreatBoard.Data.Importing;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Api;

/// <summary>What an import request says: the body as one file, what it is of, and the key it goes by.</summary>
public sealed record ImportRequest(SourceText Source, ReadingChoices Choices, Upload Upload, string? Key)
{
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>Content types that are read, with the name that the file gets.</summary>
    private static readonly Dictionary<string, string> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/yaml"] = "manifests.yaml",
        ["application/x-yaml"] = "manifests.yaml",
        ["text/yaml"] = "manifests.yaml",
        ["application/json"] = "manifests.json",
        ["application/zip"] = "manifests.zip",
    };

    public static IReadOnlyCollection<string> Types => s_types.Keys;

    /// <summary>The key with a digest of everything that the request says; null where it has no key.</summary>
    public RequestKey? RequestKey => Key is null ? null : new(Key, Digest());

    /// <returns>The request, or the answer that says what is wrong with it.</returns>
    public static async Task<(ImportRequest? Request, IResult? Problem)> ReadAsync(HttpContext http, SourceText text, ReadingChoices choices)
    {
        if (!s_types.TryGetValue(http.Request.ContentType?.Split(';')[0].Trim() ?? "", out var name)) return (null, Problems.WrongType(string.Join(", ", Types)));
        if (KeyIn(http.Request) is not (var key, null)) return (null, Problems.Bad($"{KeyHeader} may be sent once, with 1 to {Data.Importing.RequestKey.Longest} printable characters."));
        if ((text.Problem ?? choices.Problem) is { } problem) return (null, Problems.Bad(problem));
        if (await BodyAsync(http, Budget.Default.Bytes) is not { } body) return (null, Problems.TooLarge(Budget.Default.Bytes));
        return body.Length == 0 ? (null, Problems.Bad("The body is empty: send the manifests in it.")) : (new(text, choices, new(name, body), key), null);
    }

    private static (string? Key, string? Problem) KeyIn(HttpRequest request) => request.Headers[KeyHeader] switch
    {
        [] => (null, null),
        [{ Length: > 0 and <= Data.Importing.RequestKey.Longest } key] when key.All(c => c is > ' ' and <= '~') => (key, null),
        _ => (null, "bad"),
    };

    /// <returns>Null for a body of more bytes than allowed, whatever its header says.</returns>
    private static async Task<byte[]?> BodyAsync(HttpContext http, long most)
    {
        if (http.Request.ContentLength > most) return null;
        using var all = new MemoryStream();
        var part = new byte[64 * 1024];
        while (await http.Request.Body.ReadAsync(part, http.RequestAborted) is > 0 and var read)
        {
            if (all.Length + read > most) return null;
            all.Write(part, 0, read);
        }

        return all.ToArray();
    }

    /// <summary>Nothing where nothing is said, so that requests of before have the digest of before.</summary>
    private IEnumerable<string> Said =>
        [.. Choices.SaysNamespace ? [$"namespace {Choices.Namespace}"] : Array.Empty<string>(), .. Choices.Prefer.Select(file => $"prefer {file}"), .. Choices.LeaveOut.Select(file => $"leave out {file}")];

    private byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in (string[])[Source.Name, Source.Cluster, Source.Environment, Upload.Name, .. Said])
            hash.AppendData(Encoding.UTF8.GetBytes($"{text.Length}:{text}\n"));
        hash.AppendData(Upload.Content.Span);
        return hash.GetHashAndReset();
    }
}
