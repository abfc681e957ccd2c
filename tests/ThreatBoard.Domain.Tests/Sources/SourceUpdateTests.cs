using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Sources;

namespace ThreatBoard.Domain.Tests.Sources;

public sealed class SourceUpdateTests
{
    private static readonly Source s_shop = new() { Id = Id<Source>.New(TimeProvider.System), Name = "shop", Cluster = "prod" };
    private static readonly Source s_pay = new() { Id = Id<Source>.New(TimeProvider.System), Name = "pay", Cluster = "prod" };

    [Fact]
    public void The_first_reading_adds_everything()
    {
        var reading = new Reading().Namespace("shop").Pod("shop", "web").Container("shop", "web", "nginx", "nginx:1");

        var model = Take(ModelContent.Empty, s_shop, null, reading);

        Assert.Equal(2, model.CountOf<Boundary>());
        Assert.Equal(Only<Boundary>(model, "web").Id, Only<Component>(model, "nginx").Tenancy);
        Assert.Equal([new Origin(s_shop.Id, "Namespace/shop")], Only<Boundary>(model, "shop").Origins);
        Assert.Empty(Invariants.Check(model));
    }

    [Fact]
    public void The_same_reading_again_proposes_nothing()
    {
        var reading = new Reading().Namespace("shop").Pod("shop", "web");
        var model = Take(ModelContent.Empty, s_shop, null, reading);

        Assert.Empty(Propose(model, s_shop, reading, reading).Items);
    }

    [Fact]
    public void An_edit_by_hand_stays_where_the_manifests_did_not_change()
    {
        var first = new Reading().Namespace("shop").Pod("shop", "web").Container("shop", "web", "nginx", "nginx:1");
        var model = Take(ModelContent.Empty, s_shop, null, first);
        model = model.With(Only<Component>(model, "nginx") with { Description = "ends TLS" });

        var second = new Reading().Namespace("shop").Pod("shop", "web").Container("shop", "web", "nginx", "nginx:2");
        var after = Take(model, s_shop, first, second);

        var nginx = Only<Component>(after, "nginx");
        Assert.Equal(("ends TLS", "nginx:2"), (nginx.Description, nginx.Technology));
    }

    [Fact]
    public void A_field_that_both_changed_keeps_the_hand_and_says_so()
    {
        var first = new Reading().Namespace("shop").Container("shop", "", "nginx", "nginx:1");
        var model = Take(ModelContent.Empty, s_shop, null, first);
        model = model.With(Only<Component>(model, "nginx") with { Technology = "our own proxy" });

        var second = new Reading().Namespace("shop").Container("shop", "", "nginx", "nginx:2").Pod("shop", "web");
        var proposal = Propose(model, s_shop, first, second);

        Assert.Equal("our own proxy", Only<Component>(Accept(model, proposal), "nginx").Technology);
        Assert.DoesNotContain(proposal.Items, item => item.Change.Title == "nginx" && item.KeptByHand.IsEmpty);
    }

    [Fact]
    public void A_source_never_proposes_to_remove_what_another_brought()
    {
        var shop = new Reading().Namespace("shared").Pod("shared", "web");
        var pay = new Reading().Namespace("shared").Pod("shared", "pay");
        var model = Take(Take(ModelContent.Empty, s_shop, null, shop), s_pay, null, pay);

        var ns = Only<Boundary>(model, "shared");
        Assert.Equal(2, ns.Origins.Count);
        var emptied = Take(model, s_shop, shop, new Reading());

        Assert.NotNull(emptied.Find<Boundary>(ns.Id.Value));
        Assert.Equal([new Origin(s_pay.Id, "Namespace/shared")], Only<Boundary>(emptied, "shared").Origins);
        Assert.DoesNotContain(emptied.All<Boundary>(), b => b.Name == "web");
        Assert.Single(emptied.All<Boundary>(), b => b.Name == "pay");
    }

    [Fact]
    public void Two_clusters_share_nothing()
    {
        var other = s_pay with { Cluster = "staging" };
        var model = Take(ModelContent.Empty, s_shop, null, new Reading().Namespace("shop"));
        model = Take(model, other, null, new Reading().Namespace("shop"));

        Assert.Equal(2, model.CountOf<Boundary>());
    }

    [Fact]
    public void A_refused_addition_is_not_proposed_again()
    {
        var reading = new Reading().Namespace("shop").Pod("shop", "web").Container("shop", "web", "nginx", "nginx:1");
        var proposal = Propose(ModelContent.Empty, s_shop, null, reading);
        var model = Accept(ModelContent.Empty, proposal, "boundary/Pod/shop/web");

        Assert.Equal(0, model.CountOf<Component>());
        var again = Propose(model, s_shop, reading, reading);
        Assert.Empty(again.Items);
        Assert.Equal(["boundary/Pod/shop/web", "component/Pod/shop/web#nginx"], again.NotTaken);
    }

    [Fact]
    public void A_refused_removal_is_not_proposed_again()
    {
        var first = new Reading().Namespace("shop").Pod("shop", "web");
        var model = Take(ModelContent.Empty, s_shop, null, first);
        var second = new Reading().Namespace("shop");
        model = Accept(model, Propose(model, s_shop, first, second), "boundary/Pod/shop/web");

        Assert.Single(model.All<Boundary>(), b => b.Name == "web");
        Assert.Empty(Propose(model, s_shop, second, second).Items);
    }

    [Fact]
    public void A_declared_renaming_keeps_the_id_and_takes_the_containers_along()
    {
        var first = new Reading().Namespace("shop").Pod("shop", "api").Container("shop", "api", "node", "node:20");
        var model = Take(ModelContent.Empty, s_shop, null, first);
        var (pod, container) = (Only<Boundary>(model, "api"), Only<Component>(model, "node"));
        var second = new Reading().Namespace("shop").Pod("shop", "api-v2").Container("shop", "api-v2", "node", "node:22");

        var looksAlike = Propose(model, s_shop, first, second).Lookalikes;
        Assert.Contains(looksAlike, l => l is { Removed: "boundary/Pod/shop/api", Added: "boundary/Pod/shop/api-v2" });
        var after = Accept(model, Propose(model, s_shop, first, second, new SameAs("boundary", "Pod/shop/api-v2", pod.Id.Value)));

        Assert.Equal("api-v2", after.Find(pod.Id as Id<Boundary>?)!.Name);
        Assert.Equal("node:22", after.Find(container.Id as Id<Component>?)!.Technology);
        Assert.Equal(2, after.CountOf<Boundary>());
    }

    [Fact]
    public void What_was_drawn_by_hand_can_be_declared_the_same_and_keeps_its_words()
    {
        var drawn = new Component { Id = Id<Component>.New(TimeProvider.System), Name = "Web server", Description = "drawn in the workshop" };
        var model = ModelContent.Empty.With(drawn);
        var reading = new Reading().Namespace("shop").Container("shop", "", "nginx", "nginx:1");

        var after = Accept(model, Propose(model, s_shop, null, reading, new SameAs("component", "Pod/shop/#nginx", drawn.Id.Value)));

        var joined = after.All<Component>().Single();
        Assert.Equal((drawn.Id, "Web server", "nginx:1", "drawn in the workshop"), (joined.Id, joined.Name, joined.Technology, joined.Description));
        Assert.Single(joined.Origins);
    }

    private static ModelContent Take(ModelContent model, Source source, Reading? before, Reading reading) =>
        Accept(model, Propose(model, source, before, reading));

    private static Proposal Propose(ModelContent model, Source source, Reading? before, Reading reading, params SameAs[] same) =>
        SourceUpdate.Propose(model, source, before?.Derived ?? DerivedContent.Nothing, reading.Derived, same, TimeProvider.System);

    private static ModelContent Accept(ModelContent model, Proposal proposal, params string[] refused)
    {
        var changes = Closure.Of(model, proposal.Accept(model, refused));
        return model.Apply(changes);
    }

    private static T Only<T>(ModelContent model, string name)
        where T : class, IEntity<T> => model.All<T>().Single(entity => ShapeOf<T>.Value.Title(entity) == name);

    /// <summary>A small reading, written as the deriver would.</summary>
    private sealed class Reading
    {
        private ModelContent _content = ModelContent.Empty;

        public DerivedContent Derived => new(_content);

        public Reading Namespace(string name) => With(new Boundary
        {
            Id = Of<Boundary>($"Namespace/{name}"), Name = name, Kind = BoundaryKind.Namespace, Origins = DerivedContent.OriginOf($"Namespace/{name}"),
        });

        public Reading Pod(string ns, string name) => With(new Boundary
        {
            Id = Of<Boundary>($"Pod/{ns}/{name}"), Name = name, Kind = BoundaryKind.Pod, Tenancy = Of<Boundary>($"Namespace/{ns}"),
            Origins = DerivedContent.OriginOf($"Pod/{ns}/{name}"),
        });

        public Reading Container(string ns, string pod, string name, string image) => With(new Component
        {
            Id = Of<Component>($"Pod/{ns}/{pod}#{name}"), Name = name, Technology = image, IsContainer = true,
            Tenancy = Of<Boundary>(pod.Length == 0 ? $"Namespace/{ns}" : $"Pod/{ns}/{pod}"),
            Origins = DerivedContent.OriginOf($"Pod/{ns}/{pod}#{name}"),
        });

        private static Id<T> Of<T>(string key)
            where T : class, IEntity<T> => new(DerivedId.Of(ShapeOf<T>.Name, key));

        private Reading With<T>(T entity)
            where T : class, IEntity<T>
        {
            _content = _content.With(entity);
            return this;
        }
    }
}
