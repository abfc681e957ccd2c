using FsCheck;
using FsCheck.Fluent;
using ThreatBoard.Domain.Changes;

namespace ThreatBoard.Domain.Tests.Generators;

/// <summary>A random valid model, and what it grew from: a number that is small when the case is small.</summary>
internal sealed record RandomModel(int Seed, int Size)
{
    public ModelContent Content => new ModelMaker(new(Seed), Size).Make();

    public Dice Dice => new(unchecked(Seed + 1));

    /// <summary>The same model after some valid edits; another <paramref name="author"/> makes other ones.</summary>
    public ModelContent Edited(int author = 1) => Edits.After(Content, new(unchecked(Seed + author)), 1 + Size);
}

/// <summary>Properties of random models: 100 each, and a failure names the smallest that still fails.</summary>
internal static class Models
{
    private static Arbitrary<RandomModel> Any { get; } = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue - 10)
        from size in Gen.Choose(1, 12)
        select new RandomModel(seed, size),
        model => Enumerable.Range(1, model.Size - 1).Select(size => model with { Size = size }));

    public static void All(Action<RandomModel> holds) => Check.QuickThrowOnFailure(Prop.ForAll(Any, holds));
}
