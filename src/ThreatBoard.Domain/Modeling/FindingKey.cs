namespace ThreatBoard.Domain.Modeling;

/// <summary>Identifies a finding in a model, so that decisions survive every new run of the rules.</summary>
/// <param name="Rule">The rule's code.</param>
/// <param name="Subjects">The ids of the entities it is about.</param>
/// <param name="Discriminator">What the rule chooses to tell two findings about the same subjects apart; may be empty.</param>
public sealed record FindingKey(string Rule, ValueSet<Guid> Subjects, string Discriminator)
{
    internal FindingKey Mapped(Func<Guid, Guid> map) => this with { Subjects = Subjects.Map(map) };

    public override string ToString() => $"{Rule}|{string.Join(',', Subjects)}|{Discriminator}";
}
