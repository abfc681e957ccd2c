namespace ThreatBoard.Web.Layout;

/// <summary>One item in the detail panel, as <c>?open=kind:id</c> says it.</summary>
public sealed record OpenItem(string Kind, Guid Id)
{
    public static OpenItem? Parse(string? text) =>
        text?.Split(':') is [{ Length: > 0 } kind, var id] && Guid.TryParse(id, out var parsed) ? new(kind, parsed) : null;

    public override string ToString() => $"{Kind}:{Id}";
}
