using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Web.Ui;

/// <summary>What happened to an entity as a sign and a word, so that no change is told by colour alone.</summary>
public static class ChangeWords
{
    public static string Sign(this ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "+",
        ChangeKind.Removed => "−",
        _ => "~",
    };

    public static string Word(this ChangeKind kind) => NameWords.Of(kind);
}
