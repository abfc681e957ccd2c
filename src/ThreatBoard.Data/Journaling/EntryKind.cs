namespace ThreatBoard.Data.Journaling;

/// <summary>Which intent made a journal entry.</summary>
public enum EntryKind
{
    Edit,
    Undo,
    Redo,
    Restore,
    Publish,
    Step,
}
