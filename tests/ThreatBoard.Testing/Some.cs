using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Testing;

/// <summary>Entities with defaults, for tests that care about one or two of their fields.</summary>
public static class Some
{
    public static Id<T> Id<T>()
        where T : class, IEntity<T> => Domain.Modeling.Id<T>.New(TimeProvider.System);

    public static Component Component(string name = "web", Id<Boundary>? tenancy = null, ComponentKind kind = ComponentKind.Process) =>
        new() { Id = Id<Component>(), Name = name, Kind = kind, Tenancy = tenancy };

    public static Flow Flow(Component from, Component to) => new() { Id = Id<Flow>(), Ends = new(from.Id, to.Id), Protocol = "HTTP", Port = 80 };

    public static Boundary Boundary(string name = "shop", BoundaryKind kind = BoundaryKind.Namespace, Id<Boundary>? tenancy = null) =>
        new() { Id = Id<Boundary>(), Name = name, Kind = kind, Tenancy = tenancy };

    public static Asset Asset(string name = "orders") => new() { Id = Id<Asset>(), Name = name, Classification = Classification.Confidential };

    public static Actor Actor(string name = "courier") => new() { Id = Id<Actor>(), Name = name, Kind = ActorKind.Other };

    public static Source Source(string name = "shop-manifests") => new() { Id = Id<Source>(), Name = name, Cluster = "production" };

    public static Control Control(EntityRef of, string name = "Network policy") => new() { Id = Id<Control>(), Of = of, Name = name };

    public static Threat Threat(ThreatSubject? subject = null, string title = "Orders can be read on the way") =>
        new() { Id = Id<Threat>(), Title = title, Subject = subject ?? ThreatSubject.WholeModel, CameFrom = ThreatSource.Workshop, Category = Stride.InformationDisclosure };

    /// <summary>A rule's finding that nobody has touched.</summary>
    public static Threat Finding(EntityRef subject, string rule = "FLOW-001") => Threat(ThreatSubject.Of(subject)) with
    {
        CameFrom = ThreatSource.Rule,
        Finding = new(rule, [subject.Id], ""),
        Verdict = new(Answer.Found, "crosses shop"),
        Suggested = new(3, 4),
    };

    public static Mitigation Mitigation(string title = "Encrypt it") => new() { Id = Id<Mitigation>(), Title = title };

    public static MitigationLink Link(Mitigation mitigation, Threat threat) => new() { Id = Id<MitigationLink>(), Mitigation = mitigation.Id, Threat = threat.Id };

    /// <summary>As somebody writes it: the door signs it.</summary>
    public static Comment Unsigned(EntityRef on, string text = "Seen in the review.") => new() { Id = Id<Comment>(), On = on, Text = text };

    public static Comment Comment(EntityRef on, string text = "Seen in the review.") =>
        new() { Id = Id<Comment>(), On = on, Author = "You", AuthorId = Guid.Parse("00000000-0000-7000-8000-000000000001"), At = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), Text = text };

    public static CoverageMark Mark(EntityRef subject, Stride category = Stride.Tampering) =>
        new() { Id = Id<CoverageMark>(), Subject = subject, Category = category, Word = "Nobody but us writes here." };

    public static Iteration Iteration(int number = 1) => new() { Id = Id<Iteration>(), Number = number, Participants = ["Ada"] };

    public static KnownRules KnownRules() => new() { Id = Domain.Modeling.KnownRules.OfModel, Rules = ["Tampering FLOW-001"] };

    public static ReviewPlan ReviewPlan() => new() { Id = Id<ReviewPlan>(), Months = 6 };

    public static Diagram Diagram(string name = "Overview") => new() { Id = Id<Diagram>(), Name = name };

    public static Placement Placement(Diagram on, EntityRef element, double x = 0, double y = 0) =>
        new() { Id = Id<Placement>(), Diagram = on.Id, Element = element, At = new(x, y) };
}
