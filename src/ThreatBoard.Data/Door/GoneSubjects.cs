using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Door;

/// <summary>Edits of threats whose author still saw the subject, which is gone by now.</summary>
internal static class GoneSubjects
{
    private static readonly string s_field = ShapeOf<Threat>.Value.FieldNamed("subject")!.Name;

    public static IEnumerable<Conflict> In(ModelContent theirs, IEnumerable<Change> mine) =>
        from change in mine.OfType<Change<Threat>>()
        where change is { Before.Subject.IsGone: false, After: { } wanted } && wanted.Subject == change.Before!.Subject && wanted != change.Before
        let now = theirs.Find<Threat>(change.Entity.Id)
        where now is { Subject.IsGone: true }
        select new Conflict(ConflictKind.SubjectRemoved, change.Entity, change.Title, s_field, change.Before!.Subject, now.Subject, change.Before.Subject);
}
