using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Domain.Sources;
using ThreatBoard.Web.Importing;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Importing;

public sealed class ChangeSetTests
{
    private static readonly Source s_source = new() { Id = Id<Source>.New(TimeProvider.System), Name = "shop", Cluster = "prod" };

    [Fact]
    public void What_needs_a_refused_item_is_left_with_it()
    {
        var reading = Derived("web", "nginx:1");

        var changes = Of(ModelContent.Empty, DerivedContent.Nothing, reading, ImportDecisions.None.Refusing("boundary/Namespace/shop"));

        Assert.Equal(0, changes.TakenCount);
        var container = Assert.Single(changes.Items, item => item.Title == "web");
        Assert.False(container.Refused);
        Assert.Equal(["boundary/Namespace/shop"], container.LeftWith);
        Assert.Equal(0, changes.Then.CountOf<Component>());
    }

    [Fact]
    public void The_forecast_counts_the_threats_that_the_rules_will_find()
    {
        var changes = Of(ModelContent.Empty, DerivedContent.Nothing, Derived("web", "nginx:1"), ImportDecisions.None);

        var brought = Assert.Single(changes.Forecast.Of(ThreatDeltaKind.New));
        Assert.Equal("Runs web", brought.Threat.Title);
        Assert.Equal(9, changes.Forecast.After.Score);
    }

    [Fact]
    public void A_field_that_a_person_changed_is_shown_as_kept()
    {
        var first = Derived("web", "nginx:1");
        var model = Accept(ModelContent.Empty, DerivedContent.Nothing, first);
        model = model.With(model.All<Component>().Single() with { Technology = "our own proxy" });
        var second = Derived("web", "nginx:2", description: "serves pages");

        var item = Assert.Single(Of(model, first, second, ImportDecisions.None).Items);

        Assert.Equal([new ChangedField("description", FieldWords.Empty, "serves pages")], item.Fields);
        Assert.Equal([new ChangedField("technology", "our own proxy", "nginx:2")], item.Kept);
    }

    [Fact]
    public void A_renaming_is_offered_and_once_declared_becomes_one_change()
    {
        var first = Derived("api", "node:22");
        var model = Accept(ModelContent.Empty, DerivedContent.Nothing, first);
        var second = Derived("api-v2", "node:22");

        var offered = Of(model, first, second, ImportDecisions.None);
        var (removed, added) = Assert.Single(offered.Pairs);
        var declared = Of(model, first, second, ImportDecisions.None.Declaring(new("component", added.Key, removed.Change.Entity.Id)));

        Assert.Equal(("api", "api-v2"), (removed.Title, added.Title));
        Assert.Equal("~ api-v2", Assert.Single(declared.Items.Select(item => $"{item.Kind.Sign()} {item.Title}")));
        Assert.Equal("api", Assert.Single(declared.Declared).Title);
    }

    [Fact]
    public void An_added_component_can_be_declared_what_was_drawn_by_hand()
    {
        var drawn = new Component { Id = Id<Component>.New(TimeProvider.System), Name = "Web server" };
        var model = ModelContent.Empty.With(drawn);

        var changes = Of(model, DerivedContent.Nothing, Derived("web", "nginx:1"), ImportDecisions.None);

        var added = changes.Items.Single(item => item.Title == "web");
        Assert.Equal([(drawn.Id.Value, "Web server (drawn by hand)")], changes.CandidatesFor(added));
    }

    [Fact]
    public void What_goes_along_with_a_removal_is_told()
    {
        var first = Derived("web", "nginx:1");
        var model = Accept(ModelContent.Empty, DerivedContent.Nothing, first);
        var web = model.All<Component>().Single();
        var user = new Component { Id = Id<Component>.New(TimeProvider.System), Name = "User" };
        model = model.With(user).With(new Flow { Id = Id<Flow>.New(TimeProvider.System), Ends = new(user.Id, web.Id) });

        var changes = Of(model, first, DerivedContent.Nothing, ImportDecisions.None);

        Assert.Equal("flow", Assert.Single(changes.Besides).Entity.Kind);
    }

    private static ChangeSet Of(ModelContent now, DerivedContent before, DerivedContent reading, ImportDecisions decisions)
    {
        var proposal = SourceUpdate.Propose(now, s_source, before, reading, decisions.Same, TimeProvider.System);
        return ChangeSet.Of(proposal, decisions, now, FindOneThreatForEachComponent);
    }

    private static ModelContent Accept(ModelContent now, DerivedContent before, DerivedContent reading) =>
        now.Apply(Of(now, before, reading, ImportDecisions.None).Proposal.Accept(now, []));

    private static ImmutableArray<Change> FindOneThreatForEachComponent(ModelContent content) =>
        [.. content.All<Component>().Select(component => Change.Add(new Threat
        {
            Id = Id<Threat>.New(TimeProvider.System), Title = $"Runs {component.Name}", Subject = ThreatSubject.Of(component), Suggested = new(3, 3),
        }))];

    private static DerivedContent Derived(string name, string image, string description = "")
    {
        var place = new Boundary
        {
            Id = new(DerivedId.Of("boundary", "Namespace/shop")), Name = "shop", Kind = BoundaryKind.Namespace,
            Origins = DerivedContent.OriginOf("Namespace/shop"),
        };
        var container = new Component
        {
            Id = new(DerivedId.Of("component", $"Pod/shop/{name}")), Name = name, Technology = image, Description = description,
            Tenancy = place.Id, Origins = DerivedContent.OriginOf($"Pod/shop/{name}"),
        };
        return new(ModelContent.Empty.With(place).With(container));
    }
}
