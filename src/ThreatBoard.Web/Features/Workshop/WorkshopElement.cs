using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Coverage;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Workshop;

/// <summary>One element as the room looks at it: what it is, where it lies, and what is asked of it.</summary>
public sealed record WorkshopElement(EntityRef Subject, string Title, string About, ImmutableArray<WorkshopPrompt> Prompts)
{
    public bool IsAsked => Prompts.Any(prompt => prompt.Answer.IsMissing);

    /// <summary>Components and flows in the order in which a room goes through them: each component, then what it calls.</summary>
    public static ImmutableArray<WorkshopElement> Of(ModelContent content) => content.Shared(static known => new Elements(known)).All;

    private sealed class Elements
    {
        private readonly ModelContent _content;
        private readonly ILookup<EntityRef, CellAnswer> _answers;

        public Elements(ModelContent content)
        {
            (_content, _answers) = (content, CoverageTable.Of(content).Cells.ToLookup(answer => answer.Cell.Subject));
            All = [.. Ordered()];
        }

        public ImmutableArray<WorkshopElement> All { get; }

        private IEnumerable<WorkshopElement> Ordered()
        {
            var flows = _content.All<Flow>().ToLookup(flow => flow.Ends.From);
            foreach (var component in _content.All<Component>().OrderBy(component => component.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(component => component.Id))
            {
                yield return Made(EntityRef.To(component), About(component), category => StridePrompts.Of(component.Kind, category));
                foreach (var flow in flows[component.Id].OrderBy(flow => flow.Id)) yield return Made(EntityRef.To(flow), About(flow), StridePrompts.OfFlow);
            }
        }

        private WorkshopElement Made(EntityRef subject, string about, Func<Stride, string> ask) =>
            new(subject, EntityTitles.Title(_content, subject), about, [.. _answers[subject].Select(answer => new WorkshopPrompt(answer, ask(answer.Cell.Category)))]);

        private string About(Component component)
        {
            var place = _content.Find(component.Tenancy ?? component.Zone)?.Name;
            return string.Join(" · ", new[] { EnumWords.Word(component.Kind), component.Technology, place is null ? "" : $"in {place}" }.Where(part => part.Length > 0));
        }

        private static string About(Flow flow) =>
            string.Join(" · ", new[] { "Data flow", flow.Protocol, flow.Transport.Encryption is Encryption.Unknown ? "encryption unknown" : flow.Transport.Encryption.Word() }.Where(part => part.Length > 0));
    }
}

/// <summary>One question to the room, and what answers it so far.</summary>
public sealed record WorkshopPrompt(CellAnswer Answer, string Question)
{
    public Stride Category => Answer.Cell.Category;
}
