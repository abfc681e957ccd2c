using ThreatBoard.Data.Door;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Door;

public sealed class RoundTripTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static readonly Diagram s_diagram = Some.Diagram();
    private static readonly Source s_source = Some.Source() with { Environment = "production", Snapshot = new string('a', 64) };
    private static readonly Asset s_asset = Some.Asset() with { Description = "“Quoted” ☂ 漢字", Tags = ["gdpr", "pci"] };
    private static readonly Boundary s_cluster = Some.Boundary("production", BoundaryKind.Cluster);
    private static readonly Boundary s_node = Some.Boundary("node-1", BoundaryKind.Node, s_cluster.Id);
    private static readonly Boundary s_zone = Some.Boundary("internet", BoundaryKind.Network);
    private static readonly Boundary s_pod = Some.Boundary("web", BoundaryKind.Pod, s_cluster.Id) with { Zone = s_zone.Id, Nodes = [s_node.Id], Tags = ["edge"], Description = "d", Origins = [new(s_source.Id, "apps/Deployment/shop/web")] };
    private static readonly Component s_web = Some.Component("web", s_pod.Id) with { Technology = "nginx", Zone = s_zone.Id, Nodes = [s_node.Id], Stores = [s_asset.Id], IsContainer = true, Tags = ["a", "b"], Origins = [new(s_source.Id, "k")], Description = "d" };
    private static readonly Component s_store = Some.Component("orders", kind: ComponentKind.DataStore);
    private static readonly Actor s_actor = Some.Actor() with { StartsAt = s_web.Id, Capabilities = ["network"], Description = "d" };

    private static readonly Flow s_flow = Some.Flow(s_web, s_store) with
    {
        Name = "orders",
        Description = "d",
        Transport = new() { Encryption = Encryption.MutualTls, TlsEnds = TlsEnd.Proxy, Certificate = CertificateCheck.Validated, Authentication = Authentication.OAuth },
        Privilege = AccountPrivilege.Administrative,
        Monitored = Fact.Yes,
        Carries = [s_asset.Id],
        Tags = ["t"],
        Evidence = [new("v1/Service/shop/orders", "spec.ports[0]", "3306")],
        Origins = [new(s_source.Id, "f")],
    };

    private static readonly Threat s_finding = Some.Finding(EntityRef.To(s_flow)) with
    {
        Description = "d",
        Actor = s_actor.Id,
        Evidence = [new("o", "p", "v"), new("o", "p", "")],
        Assessment = new(2, 5, "because", AssessmentSource.Suggestion, "abc"),
        Priority = new(Priority.Urgent, "now"),
        Treatment = new(TreatmentKind.Accept, "cheap"),
        Owner = Owner.Person(Guid.Parse("01990000-0000-7000-8000-000000000001"), "Ada"),
        Due = new DateOnly(2027, 1, 31),
        Tags = ["x"],
    };

    private static readonly Signature s_signed = new(Guid.Parse("01990000-0000-7000-8000-000000000001"), "Ada", new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    private static readonly Iteration s_iteration = new()
    {
        Id = Some.Id<Iteration>(),
        Number = 1,
        Reason = new(IterationCause.ArchitectureChanged, "gateway", 12),
        Opened = s_signed,
        Phase = IterationPhase.Assess,
        Closings = [new(IterationPhase.Identify, s_signed.Person, "Ada", s_signed.At, "it is late", ["CellOpen x"])],
        Participants = ["Ada", "Grace"],
        RulesRun = new("abc", ["Tampering FLOW-001"]),
        Revision = 1,
    };

    private static readonly Acceptance s_first = new()
    {
        Id = Some.Id<Acceptance>(),
        Threat = s_finding.Id,
        Terms = new("small", "watched", new DateOnly(2027, 1, 31)),
        Requested = s_signed,
        Decision = new(IsApproved: true, Guid.CreateVersion7(), "Rita", s_signed.At, "yes", IsAlone: false),
        Ending = new(AcceptanceEnd.Renewed, Guid.CreateVersion7(), "Rita", s_signed.At, "again"),
    };

    private static readonly Acceptance s_second = new() { Id = Some.Id<Acceptance>(), Threat = s_finding.Id, Terms = new("small", "", new DateOnly(2027, 6, 30)), Requested = s_signed, Renews = s_first.Id };

    private static readonly Threat s_written = Some.Threat(new ThreatSubject(new("component", Guid.Parse("01990000-0000-7000-8000-000000000000")), IsGone: true, "old"));
    private static readonly Mitigation s_mitigation = Some.Mitigation() with { Evidence = new("seen", "https://example.org/2"), Implemented = s_signed, Verified = s_signed, Status = MitigationStatus.Verified, Owner = Owner.Named("Ada"), Due = new DateOnly(2026, 12, 1), Ticket = "https://example.org/1", Tags = ["m"], Description = "d" };

    public static IReadOnlyList<Change> EveryKind { get; } =
    [
        Change.Add(s_source), Change.Add(s_asset), Change.Add(s_cluster), Change.Add(s_node), Change.Add(s_zone), Change.Add(s_pod),
        Change.Add(s_web), Change.Add(s_store), Change.Add(s_actor), Change.Add(s_flow), Change.Add(s_finding), Change.Add(s_written),
        Change.Add(Some.Control(EntityRef.To(s_pod)) with { Demand = ControlDemand.Required, State = new(ControlPresence.Absent, "nothing selects it"), Origins = [new(s_source.Id, "c")] }),
        Change.Add(s_mitigation), Change.Add(Some.Link(s_mitigation, s_finding) with { Effect = new Effect(1, 3) }),
        Change.Add(s_diagram with { Grouping = Grouping.Compute }), Change.Add(Some.Placement(s_diagram, EntityRef.To(s_web), 12.5, -3) with { Collapsed = true }),
        Change.Add(new CoverageMark { Id = Some.Id<CoverageMark>(), Subject = EntityRef.To(s_web), Category = Stride.Spoofing, Kind = CoverageMarkKind.OutOfScope, Word = "elsewhere", Digest = "abc" }),
        Change.Add(s_iteration), Change.Add(s_first), Change.Add(s_second),
        Change.Add(new Approval { Id = Some.Id<Approval>(), Iteration = s_iteration.Id, Asked = s_signed, Digest = "abc", Decision = new(IsGiven: true, Guid.CreateVersion7(), "Rita", s_signed.At, "fine", IsAlone: false) }),
        Change.Add(new ReviewPlan { Id = Some.Id<ReviewPlan>(), Months = 3, Owner = Owner.Named("Ada"), From = new DateOnly(2026, 1, 1), DueSince = new DateOnly(2026, 4, 1) }),
        Change.Add(Some.KnownRules()),
        Change.Add(Some.Comment(EntityRef.To(s_finding))),
    ];

    [Fact]
    public async Task Every_kind_comes_back_as_it_was_written_and_goes_again()
    {
        var model = await database.NewModelAsync();
        var before = await database.RowsAsync(model);

        var written = Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Setter.Anyone, [.. EveryKind]));

        var rows = await database.RowsAsync(model);
        Assert.Equal(EntityKinds.All.Length, written.Changes.Select(change => change.Shape).Distinct().Count());
        Assert.Empty(Comparison.Between(before.Apply(EveryKind), rows));
        Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Setter.Anyone, [.. written.Changes.Reverse().Select(change => change.Inverse())]));
        Assert.Empty(Comparison.Between(before, await database.RowsAsync(model)));
    }

    [Fact]
    public async Task Every_field_can_be_set_back_to_its_default_and_forth()
    {
        var model = await database.NewModelAsync();
        await database.EditAsync(model, Setter.Anyone, [.. EveryKind]);
        var blanked = EveryKind.Select(change => change.Accept(new Blanking())).OfType<Change>().ToArray();

        var written = Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Setter.Anyone, blanked));

        var rows = await database.RowsAsync(model);
        foreach (var change in blanked) Assert.Equal(After(change), rows.Find(change.Entity));
        await database.EditAsync(model, Setter.Anyone, [.. written.Changes.Select(change => change.Inverse())]);
        foreach (var change in EveryKind) Assert.Equal(After(change), (await database.RowsAsync(model)).Find(change.Entity));
    }

    [Fact]
    public async Task Many_rows_of_every_kind_are_copied_as_single_ones_are()
    {
        var model = await database.NewModelAsync();
        var content = ModelContent.Empty.Apply(EveryKind);
        var before = await database.RowsAsync(model);
        var many = Enumerable.Range(0, 25).SelectMany(_ => Comparison.Between(ModelContent.Empty, Copy.Of(content, _ => Some.Id<Asset>().Value, shape => shape.Name is not ("iteration" or "approval" or "reviewPlan" or "knownRules")))).ToArray();

        Assert.IsType<Outcome.Applied>(await database.EditAsync(model, Setter.Anyone, many));

        Assert.Empty(Comparison.Between(before.Apply(many), await database.RowsAsync(model)));
    }

    [Fact]
    public void Every_field_has_columns()
    {
        var tables = database.Get<ModelTables>();
        foreach (var shape in EntityKinds.All) Assert.Empty(shape.Accept(new Fields(tables)));
    }

    private static IEntity? After(Change change) => ModelContent.Empty.Apply([change]).Find(change.Entity);

    /// <summary>Every field back at its default, but for those that may not be: names, titles and references.</summary>
    private sealed class Blanking : IChangeVisitor<Change?>
    {
        public Change? Visit<T>(Change<T> change)
            where T : class, IEntity<T>
        {
            var shape = ShapeOf<T>.Value;
            var blank = shape.Create(change.Entity.Id);
            var kept = shape.References.Where(r => r.Field is "ends" or "of" or "on" or "diagram" or "element" or "mitigation" or "threat" or "subject" or "finding").Select(r => r.Field).ToHashSet();
            var fields = shape.Fields.Where(f => !kept.Contains(f.Name) && f.Problem(blank) is null && f.Name is not ("cameFrom" or "kind" or "text" or "author" or "at" or "number" or "decision" or "ending" or "treatment"));
            var after = fields.Aggregate(change.After!, (entity, field) => field.Copy(blank, entity));
            return after.Equals(change.After) ? null : Change.Of(change.After!, after);
        }
    }

    private sealed class Fields(ModelTables tables) : IShapeVisitor<IReadOnlyList<string>>
    {
        public IReadOnlyList<string> Visit<T>(Shape<T> shape)
            where T : class, IEntity<T>
        {
            var columns = tables[shape.Name].Columns.Select(column => column.Name).ToList();
            return [.. from field in shape.Fields
                       let column = Data.Mapping.ColumnNames.Of(char.ToUpperInvariant(field.Name[0]) + field.Name[1..])
                       where !columns.Exists(name => name == column || name.StartsWith(column + "_", StringComparison.Ordinal))
                       select $"{shape.Name}.{field.Name}"];
        }
    }
}
