using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Accounts;

/// <summary>What a workspace may be called; the web's form asks the same.</summary>
public static class WorkspaceText
{
    /// <summary>What is wrong with the name, as a sentence that says what to do; null when it is fine.</summary>
    public static string? Name(string name) =>
        string.IsNullOrWhiteSpace(name) ? "The name is empty: give the workspace a name."
        : name.Length > Limits.Name ? $"The name has {name.Length} characters: at most {Limits.Name} are kept."
        : name.Any(char.IsControl) ? "The name holds a control character: remove it."
        : null;
}
