using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Data.Mapping;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Inbox;

/// <summary>Whom journal rows concern. The rows say that something was said or given; what is told is what stands now.</summary>
/// <param name="entries">The entries that the rows belong to, by number.</param>
internal sealed class NoticeSources(ThreatBoardDb db, Guid model, IReadOnlyDictionary<long, JournalEntryRow> entries, Members members)
{
    /// <summary>The kinds of entity that concern somebody.</summary>
    public static readonly string[] Kinds = [ShapeOf<Comment>.Name, ShapeOf<Threat>.Name, ShapeOf<Mitigation>.Name];

    /// <summary>Once a person and comment, however often it is changed.</summary>
    public async Task<IReadOnlyList<Notice>> MentionsAsync(IEnumerable<JournalChangeRow> rows, CancellationToken cancel)
    {
        var last = LastWith("text", rows, ShapeOf<Comment>.Name);
        var comments = (await FindAsync<Comment>([.. last.Keys], cancel)).Select(comment => (Comment: comment, Mentions: Mention.In(comment.Text))).Where(said => said.Mentions.Count > 0).ToList();
        var titles = await TitlesAsync([.. comments.Select(said => said.Comment.On)], cancel);
        return [.. from said in comments
                   let comment = said.Comment
                   from person in members.Meant(said.Mentions.Select(m => (m.IsTeam, m.Account)), butNot: comment.AuthorId)
                   select Make(NoticeKind.Mentioned, $"mentioned:{comment.Id}", person, entries[last[comment.Id.Value]]) with
                   {
                       Subject = comment.On,
                       Revision = comment.Revision,
                       Title = titles.GetValueOrDefault(comment.On, ""),
                       Words = Beginning(comment.Text),
                   }];
    }

    /// <summary>Once a person and entry that gave the work away.</summary>
    public async Task<IReadOnlyList<Notice>> AssignmentsAsync(IReadOnlyList<JournalChangeRow> rows, CancellationToken cancel)
    {
        var threats = LastWith("owner", rows, ShapeOf<Threat>.Name);
        var mitigations = LastWith("owner", rows, ShapeOf<Mitigation>.Name);
        return
        [
            .. (await FindAsync<Threat>([.. threats.Keys], cancel)).SelectMany(t => Assigned(EntityRef.To(t), t.Title, t.Owner, t.Due, threats[t.Id.Value])),
            .. (await FindAsync<Mitigation>([.. mitigations.Keys], cancel)).SelectMany(m => Assigned(EntityRef.To(m), m.Title, m.Owner, m.Due, mitigations[m.Id.Value])),
        ];
    }

    private IEnumerable<Notice> Assigned(EntityRef work, string title, Owner owner, DateOnly? due, long number) =>
        members.Meant(owner, butNot: entries[number].AuthorId).Select(person =>
            Make(NoticeKind.Assigned, $"assigned:{work}:{number}", person, entries[number]) with { Subject = work, Title = title, Due = due });

    private Notice Make(NoticeKind kind, string key, Guid person, JournalEntryRow entry) => new()
    {
        Id = Guid.CreateVersion7(entry.At), PersonId = person, ModelId = model, Kind = kind, Key = key, By = entry.Author, At = entry.At,
    };

    /// <summary>The last entry that set this field, for each entity.</summary>
    private static Dictionary<Guid, long> LastWith(string field, IEnumerable<JournalChangeRow> rows, string kind)
    {
        var last = new Dictionary<Guid, long>();
        foreach (var row in rows.Where(row => row.EntityKind == kind && Has(row, field))) last[row.EntityId] = row.Number;
        return last;
    }

    private static bool Has(JournalChangeRow row, string field)
    {
        using var json = JsonDocument.Parse(row.After);
        return json.RootElement.TryGetProperty(field, out _);
    }

    private async Task<List<T>> FindAsync<T>(Guid[] keys, CancellationToken cancel)
        where T : class, IEntity<T>
    {
        if (keys.Length == 0) return [];
        var ids = keys.Select(key => new Id<T>(key)).ToArray();
        return await db.Set<T>().Where(e => EF.Property<Guid>(e, EntityMapping.ModelId) == model && ids.Contains(EF.Property<Id<T>>(e, "Id"))).ToListAsync(cancel);
    }

    private async Task<Dictionary<EntityRef, string>> TitlesAsync(HashSet<EntityRef> subjects, CancellationToken cancel)
    {
        var titles = new Dictionary<EntityRef, string>();
        foreach (var kind in subjects.GroupBy(subject => subject.Kind))
        {
            if (EntityKinds.Named(kind.Key) is { } shape)
                foreach (var (subject, title) in await shape.Accept(new Titles(this, [.. kind.Select(subject => subject.Id)], cancel))) titles[subject] = title;
        }

        return titles;
    }

    /// <summary>At most what a title holds, and no half of a character at the end.</summary>
    private static string Beginning(string text)
    {
        if (text.Length <= Limits.Title) return text;
        var length = char.IsHighSurrogate(text[Limits.Title - 2]) ? Limits.Title - 2 : Limits.Title - 1;
        return $"{text[..length]}…";
    }

    private sealed class Titles(NoticeSources sources, Guid[] ids, CancellationToken cancel) : IShapeVisitor<Task<IReadOnlyList<(EntityRef, string)>>>
    {
        public async Task<IReadOnlyList<(EntityRef, string)>> Visit<T>(Shape<T> shape)
            where T : class, IEntity<T> => [.. (await sources.FindAsync<T>(ids, cancel)).Select(entity => (EntityRef.To(entity), Beginning(shape.Title(entity))))];
    }
}
