namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Why one document was given up, in words for the person who uploaded it.</summary>
internal sealed record DocumentFault(int Line, string Message, string Remedy)
{
    /// <summary>The parser said so, not a limit.</summary>
    public bool IsSyntax { get; init; }

    public static DocumentFault TooDeep(int line, int limit) =>
        new(line, $"Nested deeper than {limit} levels.", "No Kubernetes object needs that; remove the document.");

    public static DocumentFault TooManyKeys(int line, int limit) =>
        new(line, $"A map with more than {limit:N0} keys.", "No Kubernetes object needs that; remove the document.");

    public static DocumentFault TooManyAliases(int line, int limit) =>
        new(line, $"More than {limit:N0} YAML aliases or anchors in one document.", "Write the values out, or remove the document.");

    public static DocumentFault AliasBomb(int line, int limit) =>
        new(line, $"Its YAML aliases expand to more than {limit:N0} values.", "This is how alias bombs look; remove the document.");

    public static DocumentFault UnknownAlias(int line) =>
        new(line, "A YAML alias names an anchor that is not defined before it.", "Define the anchor first, or quote the value that starts with *.");

    public static DocumentFault KeyIsNotText(int line) =>
        new(line, "A key is a map or a list.", "Quote the value if braces or brackets belong to its text.");

    public static DocumentFault MergeOfNoMap(int line) =>
        new(line, "A merge key (<<) takes something that is not a map.", "Merge maps only.");

    public static DocumentFault Exhausted(int line) => new(line, "", "");
}
