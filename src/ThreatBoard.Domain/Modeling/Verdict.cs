namespace ThreatBoard.Domain.Modeling;

/// <summary>The three answers of a rule, and none for what no rule looks at.</summary>
public enum Answer
{
    None,
    Found,
    CannotTell,
    NotFound,
}

/// <summary>A rule's answer and the reason it gives; only <see cref="Answer.NotFound"/> resolves a threat.</summary>
public sealed record Verdict(Answer Answer, string Because)
{
    public static Verdict None { get; } = new(Answer.None, "");
}
