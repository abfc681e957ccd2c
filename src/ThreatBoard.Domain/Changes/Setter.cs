namespace ThreatBoard.Domain.Changes;

/// <summary>Who writes: a person by hand, a reading of a source, a run of the rules, or a step of the workflow.</summary>
[Flags]
public enum Setter
{
    None = 0,
    Person = 1,
    Importer = 2,
    Rule = 4,
    Step = 8,
    PersonOrImporter = Person | Importer,
    Anyone = Person | Importer | Rule | Step,
}
