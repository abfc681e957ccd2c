namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>The parts of an image reference: <c>registry/repository:tag@digest</c>.</summary>
public sealed record ImageName(string Full, string Repository, string Tag, string Digest)
{
    /// <summary>The last part of the repository: <c>mysql</c> of <c>docker.io/library/mysql</c>.</summary>
    public string Short => Repository[(Repository.LastIndexOf('/') + 1)..];

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
