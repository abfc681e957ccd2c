using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Auditing;

/// <summary>Something that concerns the security of the installation, told to <see cref="SecurityAudit"/>.</summary>
/// <param name="Kind">One of <see cref="AuditKind"/>.</param>
/// <param name="Person">Who did it, or tried to; null where nobody is known.</param>
/// <param name="Workspace">Whose owners may read it; null for the installation's administrators alone.</param>
/// <param name="Address">Where the request came from.</param>
public sealed record AuditEvent(string Kind, Guid? Person, Guid? Workspace = null, string? Address = null)
{
    /// <summary>What else to know, such as the role that was given; never a secret. Stored as JSON, at most 4,000 characters.</summary>
    public IReadOnlyDictionary<string, string> Detail { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where the request came from is what this session was last seen at, if no address is given.</summary>
    public Guid? Session { get; init; }

    internal static AuditEvent By(WorkspaceAccess workspace, string kind, params ReadOnlySpan<(string Key, string Text)> detail) =>
        new(kind, workspace.Person.Id, workspace.WorkspaceId) { Session = workspace.Session, Detail = Written(detail) };

    internal static AuditEvent By(InstallationAccess installation, string kind, params ReadOnlySpan<(string Key, string Text)> detail) =>
        new(kind, installation.Person.Id) { Session = installation.Session, Detail = Written(detail) };

    internal static SortedDictionary<string, string> Written(ReadOnlySpan<(string Key, string Text)> detail)
    {
        var written = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in detail) written.Add(key, text);
        return written;
    }
}
