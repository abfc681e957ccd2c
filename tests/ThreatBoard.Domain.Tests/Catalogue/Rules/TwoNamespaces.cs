using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Catalogue.Rules;

/// <summary>A web front end, an API and a database in two namespaces of a cluster, and a user outside, for one rule to look at.</summary>
internal sealed class TwoNamespaces<TRule>
    where TRule : IThreatRule<ModelGraph>, new()
{
    public TwoNamespaces()
    {
        Cluster = Sketch.Boundary("production", BoundaryKind.Cluster);
        Front = Sketch.Boundary("front", tenancy: Cluster);
        Back = Sketch.Boundary("back", tenancy: Cluster);
        User = Sketch.Outsider("user");
        Web = Sketch.Component("web", Front);
        Api = Sketch.Component("api", Back);
        Database = Sketch.Store("database", Back);
    }

    public Sketch Sketch { get; } = new();

    public Boundary Cluster { get; }

    public Boundary Front { get; }

    public Boundary Back { get; }

    public Component User { get; }

    public Component Web { get; }

    public Component Api { get; }

    public Component Database { get; }

    /// <summary>What the rule says about the one subject that it speaks of, else <see cref="Answer.NotFound"/>.</summary>
    public Answer Answer => Answers is [] ? Answer.NotFound : Assert.Single(Answers).Answer;

    public IReadOnlyList<Finding> Answers => [.. new TRule().Examine(Sketch.Graph)];
}
