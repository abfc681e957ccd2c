using System.Collections.Immutable;

namespace ThreatBoard.Web.Commands;

/// <summary>One option of a verb.</summary>
/// <param name="Name">With its dashes, as in <c>--fail-on</c>.</param>
/// <param name="Says">What it does, for the help.</param>
/// <param name="Value">What its value is called in the help; null for a switch.</param>
/// <param name="Letter">With its dash, as in <c>-n</c>; null where it has none.</param>
public sealed record VerbOption(string Name, string Says, string? Value = null, string? Letter = null)
{
    /// <summary>The values that it takes; any where there are none.</summary>
    public ImmutableArray<string> OneOf { get; init; } = [];

    /// <summary>Whether it may be given several times.</summary>
    public bool Repeats { get; init; }

    public bool IsSwitch => Value is null;

    internal string Usage => $"{(Letter is null ? "    " : $"{Letter}, ")}{Name}{(Value is null ? "" : $" {Value}")}";

    internal bool Answers(string word) => word == Name || word == Letter;
}
