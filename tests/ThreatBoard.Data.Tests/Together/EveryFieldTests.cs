using System.Collections.Immutable;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Together;

/// <summary>One model with something of every kind, and two people in it.</summary>
public sealed class TwoPeople(Server server) : IAsyncLifetime
{
    public FreshDatabase Database { get; } = new(server);

    public ModelAccess Ada { get; private set; } = null!;

    public ModelAccess Grace { get; private set; } = null!;

    /// <summary>Who wrote every comment there is.</summary>
    public ModelAccess Author { get; private set; } = null!;

    private readonly ModelContent _first = EveryField.Make();

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        var model = await Database.NewModelAsync();
        (Author, Ada, Grace) = (model, await Database.AsAsync(model, "Ada"), await Database.AsAsync(model, "Grace"));
        await AsAtFirstAsync();
    }

    /// <summary>Takes back what earlier meetings left, so that no field's values depend on which field came before it.</summary>
    public async Task AsAtFirstAsync()
    {
        var now = (await Database.Get<LiveModels>().ReadAsync(Author, TestContext.Current.CancellationToken)).Content;
        Assert.IsType<Outcome.Applied>(await Database.EditAsync(Author, Setter.Anyone, [.. Comparison.Between(now, _first)]));
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}

/// <summary>Two people write different values into the same field, for every field that a person may set.</summary>
public sealed class EveryFieldTests(TwoPeople two) : IClassFixture<TwoPeople>
{
    /// <summary>Said once when it is written, and by the law of comments never changed.</summary>
    private static readonly HashSet<(string Kind, string Field)> s_fixed = [("comment", "on"), ("comment", "revision")];

    public enum Way
    {
        KeepMine,
        TakeTheirs,
        Edit,
    }

    public static TheoryData<string, string> Fields => [.. FieldValues.SetByPeople];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Matrix", "B1")]
    [MemberData(nameof(Fields))]
    public async Task The_second_writer_of_a_field_decides_and_the_journal_shows_both(string kind, string field)
    {
        foreach (var way in Enum.GetValues<Way>()) await EntityKinds.Named(kind)!.Accept(new Meeting(two, field, way));
    }

    [Fact]
    public void Every_kind_that_people_edit_is_among_them() =>
        Assert.Empty(EntityKinds.All.Where(shape => shape.Maker.HasFlag(Setter.Person)).Select(shape => shape.Name).Except(FieldValues.SetByPeople.Select(field => field.Kind)));

    private sealed class Meeting(TwoPeople two, string name, Way way) : IShapeVisitor<Task>
    {
        private readonly FreshDatabase _database = two.Database;

        /// <summary>A comment is its author's alone, who may be at two screens.</summary>
        private (ModelAccess First, ModelAccess Second) People<T>()
            where T : class, IEntity<T> => typeof(T) == typeof(Comment) ? (two.Author, two.Author) : (two.Ada, two.Grace);

        public async Task Visit<T>(Shape<T> shape)
            where T : class, IEntity<T>
        {
            await two.AsAtFirstAsync();
            var field = shape.FieldNamed(name)!;
            var (seen, others) = FieldValues.For(await NowAsync(), field, Owner.Person(two.Ada.Person.Id, "Ada"), Owner.Person(two.Grace.Person.Id, "Grace"), Owner.Nobody);
            var (theirs, mine) = (field.Put(seen, others[0]), field.Put(seen, others.Count > 1 ? others[1] : others[0]));
            var (ada, grace) = People<T>();
            if (s_fixed.Contains((shape.Name, name)))
            {
                Assert.NotEmpty(Assert.IsType<Outcome.Refused>(await _database.EditAsync(ada, Change.Of(seen, theirs))).Violations);
                return;
            }

            var first = Applied(await _database.EditAsync(ada, Change.Of(seen, theirs)));
            var second = await _database.EditAsync(grace, Change.Of(seen, mine));
            if (field.AreEqual(theirs, mine)) Assert.True(HasTwoValues(field.ValueType), $"Give {name} of a {shape.Name} a third value, or it cannot be shown what happens when two people differ.");
            if (field.Joins) await JoinedAsync(field, (seen, theirs, mine), Applied(second));
            else if (field.AreEqual(theirs, mine)) Assert.Empty(Applied(second).Changes);
            else await SettleAsync(field, (seen, theirs, mine), Assert.IsType<Outcome.Refused>(second), first.Number, others);
        }

        private async Task JoinedAsync<T>(Field<T> field, (T Seen, T Theirs, T Mine) sides, Outcome.Applied applied)
            where T : class, IEntity<T>
        {
            var merged = sides.Theirs;
            Assert.True(field.TryMerge(sides.Seen, sides.Theirs, sides.Mine, ref merged));
            Assert.False(field.AreEqual(merged, sides.Mine));
            Assert.True(field.AreEqual(merged, (await RowAsync<T>(sides.Seen.Key))!));
            Assert.True(field.AreEqual(sides.Theirs, Assert.IsType<Change<T>>(Assert.Single(applied.Changes)).Before!));
        }

        private async Task SettleAsync<T>(Field<T> field, (T Seen, T Theirs, T Mine) sides, Outcome.Refused refused, long number, IReadOnlyList<object?> others)
            where T : class, IEntity<T>
        {
            var conflict = Assert.Single(refused.Conflicts);
            Assert.Equal((field.Name, field.ValueOf(sides.Seen), field.ValueOf(sides.Theirs), field.ValueOf(sides.Mine)), (conflict.Field!, conflict.Base, conflict.Theirs, conflict.Mine));
            Assert.Equal((number, number), (refused.AsOf, (await _database.Journal.LatestAsync(two.Ada, 1, Cancel))[0].Number));
            Assert.Equal(People<T>().First.Person.Name, (await _database.Journal.TouchesAsync(two.Grace, [conflict.Entity], Cancel))[conflict.Entity].Of(field.Name)?.Author);

            var third = others.Count > 2 ? others[2] : field.ValueOf(sides.Seen);
            var choice = way switch { Way.KeepMine => Choice.KeepMine, Way.TakeTheirs => Choice.TakeTheirs, _ => new Choice.Edited(third) };
            var resolved = Resolution.Of([Change.Of(sides.Seen, sides.Mine)], [new(conflict, choice)]);
            var wanted = way switch { Way.KeepMine => sides.Mine, Way.TakeTheirs => sides.Theirs, _ => field.Put(sides.Seen, third) };
            if (way is Way.TakeTheirs) Assert.Empty(resolved);
            else await SavedAsync(field, resolved, (sides.Theirs, wanted), number);
            Assert.True(field.AreEqual(wanted, (await RowAsync<T>(sides.Seen.Key))!));
        }

        private async Task SavedAsync<T>(Field<T> field, ImmutableArray<Change> resolved, (T Theirs, T Wanted) sides, long number)
            where T : class, IEntity<T>
        {
            Assert.Equal(number + 1, Applied(await _database.EditAsync(People<T>().Second, [.. resolved])).Number);
            var history = await _database.Journal.HistoryOfAsync(two.Grace, EntityRef.To(sides.Wanted), Cancel);
            Assert.Equal((People<T>().Second.Person.Name, People<T>().First.Person.Name), (history[0].Entry.Author, history[1].Entry.Author));
            Assert.Contains(new(field.Name, field.ValueOf(sides.Theirs), field.ValueOf(sides.Wanted)), history[0].Change.Fields());
        }

        private static Outcome.Applied Applied(Outcome outcome) =>
            outcome as Outcome.Applied ?? throw new InvalidOperationException(string.Join(' ', (outcome as Outcome.Refused)?.Violations.Select(violation => violation.Message) ?? ["Not applied."]));

        private async Task<T?> RowAsync<T>(Guid id)
            where T : class, IEntity<T> => (await NowAsync()).Find<T>(id);

        private async Task<ModelContent> NowAsync() => (await _database.Get<LiveModels>().ReadAsync(two.Ada, Cancel)).Content;

        private static bool HasTwoValues(Type type) => type == typeof(bool) || (type.IsEnum && Enum.GetValues(type).Length == 2);
    }
}
