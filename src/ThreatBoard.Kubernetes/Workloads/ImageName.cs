namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>The parts of an image reference: <c>registry/repository:tag@digest</c>.</summary>
public sealed record ImageName(string Full, string Repository, string Tag, string Digest)
{
    /// <summary>The last part of the repository: <c>mysql</c> of <c>docker.io/library/mysql</c>.</summary>
    public string Short => Repository[(Repository.LastIndexOf('/') + 1)..];

    /// <summary>The host that serves it; Docker Hub where none is named.</summary>
    public string Registry => NamesHost ? Repository[..Repository.IndexOf('/', StringComparison.Ordinal)] : "docker.io";

    /// <summary>With its host, and with <c>library</c> for the official images of Docker Hub: <c>docker.io/library/nginx</c>.</summary>
    public string FullRepository => NamesHost ? Repository : Repository.Contains('/', StringComparison.Ordinal) ? $"docker.io/{Repository}" : $"docker.io/library/{Repository}";

    private bool NamesHost => Repository.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
        && (Repository.AsSpan(0, slash).ContainsAny('.', ':') || Repository.AsSpan(0, slash) is "localhost");

    public static ImageName Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var (name, digest) = at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
        var colon = name.LastIndexOf(':');
        return colon > name.LastIndexOf('/')
            ? new(text, name[..colon], name[(colon + 1)..], digest)
            : new(text, name, "", digest);
    }
}
