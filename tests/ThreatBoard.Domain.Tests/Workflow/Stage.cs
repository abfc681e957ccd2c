using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Tests.Workflow;

/// <summary>A door without a database: takes steps and edits one after the other, checks them as the door does, and keeps the journal.</summary>
internal sealed class Stage
{
    public static readonly Signatory Ada = new(new Guid(1, 1, 0, new byte[8]), "Ada", Duties.Work | Duties.Review | Duties.Lead, IsAlone: false);
    public static readonly Signatory Grace = new(new Guid(2, 1, 0, new byte[8]), "Grace", Duties.Work, IsAlone: false);
    public static readonly Signatory Rita = new(new Guid(3, 1, 0, new byte[8]), "Rita", Duties.Review, IsAlone: false);
    public static readonly Signatory Calendar = new(Guid.Empty, Signature.OfTheCalendar, Duties.Calendar, IsAlone: false);

    private readonly HashSet<Guid> _authors = [];

    public Stage(ModelContent? content = null)
    {
        if (content is not null) Keep(Ada, "start", Comparison.Between(ModelContent.Empty, content));
    }

    public ModelContent Content { get; private set; } = ModelContent.Empty;

    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public WorkingRules Rules { get; set; } = WorkingRules.Usual;

    public List<Moment> Journal { get; } = [];

    public int Revisions { get; private set; }

    public DateOnly Today => Rules.DayOf(Now);

    public Iteration Iteration => Domain.Modeling.Iteration.Current(Content) ?? Content.All<Iteration>().MaxBy(i => i.Number)!;

    public StepGround Ground(Signatory by) => new(Content, by, Now, Rules) { Authors = [.. _authors], NextRevision = Revisions + 1 };

    public StepResult Take(Signatory by, Step step)
    {
        var ground = Ground(by);
        var result = step.Decide(ground);
        if (result.IsRefused) return result;
        if (Invariants.Check(Content.Apply(result.Changes), result.Changes) is { Length: > 0 } violations) return StepResult.Refused(violations);
        Keep(by, step.Summary, result.Changes);
        if (step.Publishes(ground) is not null) (Revisions, _) = (Revisions + 1, Forget());
        return result;
    }

    /// <summary>Takes a step that must not be refused.</summary>
    public void Must(Signatory by, Step step) => Assert.Empty(Take(by, step).Problems);

    /// <returns>Whether the door lets it in.</returns>
    public bool Edit(Signatory by, params Change[] changes)
    {
        var closed = Closure.Of(Content, [.. changes]);
        if (!Invariants.Check(Content.Apply(closed), closed).IsEmpty) return false;
        Keep(by, "edit", closed);
        return true;
    }

    public void RunRules() => Keep(Ada, "rules", RuleRun.Of(new ModelGraph(Content), DomainRules.All).ChangesTo(Content, TimeProvider.System));

    public T Find<T>(Id<T> id)
        where T : class, IEntity<T> => Content.Find<T>(id.Value)!;

    private bool Forget()
    {
        _authors.Clear();
        return true;
    }

    private void Keep(Signatory by, string words, IEnumerable<Change> changes)
    {
        // As the door does: what is so already is no change.
        Journal.Add(new(Journal.Count + 1, Now, by.Name, words, Comparison.Between(Content, Content.Apply(changes))));
        Content = Content.Apply(Journal[^1].Changes);
        if (Journal[^1].Changes.Any(change => change.Shape.Part is ModelPart.Content)) _authors.Add(by.Person);
    }
}
