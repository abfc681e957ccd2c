using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Rearranging;

/// <summary>Something that can be chosen from a list, with what it is called and what is said beside that.</summary>
public sealed record ElementOption(EntityRef Element, string Name, string Note)
{
    /// <summary>What a threat can be about: components first, by name.</summary>
    public static ImmutableArray<ElementOption> Subjects(ModelContent content) =>
        [.. Named<Component>(content), .. Named<Flow>(content), .. Named<Boundary>(content), .. Named<Asset>(content), new(EntityRef.WholeModel, "The whole model", "")];

    /// <summary>Threats that could say the same as one: about the same element and of the same category first.</summary>
    public static ImmutableArray<ElementOption> Alike(ModelContent content, Threat threat) =>
    [
        .. from other in content.All<Threat>()
           where other.Id != threat.Id && other.MergedInto is null
           orderby other.Subject.Ref == threat.Subject.Ref descending, other.Category == threat.Category descending, other.Title == threat.Title descending, other.Id
           select new ElementOption(EntityRef.To(other), other.Title, content.SubjectTitle(other.Subject)),
    ];

    public bool Matches(string text) => Name.Contains(text, StringComparison.OrdinalIgnoreCase) || Note.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ElementOption> Named<T>(ModelContent content)
        where T : class, IEntity<T> =>
        content.All<T>().Select(entity => new ElementOption(EntityRef.To(entity), content.NameOf(EntityRef.To(entity)), EntityTitles.Kind(ShapeOf<T>.Name))).OrderBy(option => option.Name, StringComparer.OrdinalIgnoreCase);
}
