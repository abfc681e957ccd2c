using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Threats;

/// <summary>A threat that somebody is writing by hand.</summary>
public sealed class NewThreat
{
    /// <summary>Under which name its draft is kept.</summary>
    public const string Form = "new threat";

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public Stride Category { get; set; }

    /// <summary>As <c>kind:guid</c>; the whole model to begin with.</summary>
    public string Subject { get; set; } = EntityRef.WholeModel.ToString();

    public ThreatSource Source { get; set; } = ThreatSource.Workshop;

    /// <summary>The actor's id, or empty.</summary>
    public string Actor { get; set; } = "";

    public Threat ToThreat(TimeProvider clock) => new()
    {
        Id = Id<Threat>.New(clock),
        Title = Title.Trim(),
        Description = Description.Trim(),
        Category = Category,
        Subject = EntityRef.TryParse(Subject, out var subject) && subject != EntityRef.WholeModel ? ThreatSubject.Of(subject) : ThreatSubject.WholeModel,
        CameFrom = Source,
        Actor = Guid.TryParse(Actor, out var actor) ? new Id<Actor>(actor) : null,
    };
}

/// <summary>Something that a threat can be about, as the picker offers it.</summary>
public sealed record SubjectOption(EntityRef Element, string Group, string Name)
{
    /// <summary>Components, flows, boundaries and assets by name, under the headings of their kinds.</summary>
    public static ImmutableArray<SubjectOption> Of(ModelContent content) =>
    [
        .. Named<Component>(content, "Components"),
        .. Named<Flow>(content, "Data flows"),
        .. Named<Boundary>(content, "Trust boundaries"),
        .. Named<Asset>(content, "Data assets"),
    ];

    private static IEnumerable<SubjectOption> Named<T>(ModelContent content, string group)
        where T : class, IEntity<T> =>
        content.All<T>()
            .Select(entity => new SubjectOption(EntityRef.To(entity), group, content.NameOf(EntityRef.To(entity))))
            .OrderBy(option => option.Name, StringComparer.OrdinalIgnoreCase);
}
