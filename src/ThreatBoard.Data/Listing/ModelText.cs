using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Listing;

/// <summary>What a model may be called; the web's form asks the same.</summary>
public static class ModelText
{
    /// <summary>What is wrong with the name, as a sentence that says what to do; null when it is fine.</summary>
    public static string? Name(string name) =>
        string.IsNullOrWhiteSpace(name) ? "The name is empty: give the model a name."
        : name.Length > Limits.Name ? $"The name has {name.Length} characters: at most {Limits.Name} are kept."
        : name.Any(char.IsControl) ? "The name holds a control character: remove it."
        : null;

    public static string? Description(string description) =>
        description.Length > Limits.Text ? $"The description has {description.Length} characters: at most {Limits.Text} are kept."
        : description.Contains('\0') ? "The description holds a character that cannot be stored: remove it."
        : null;
}
