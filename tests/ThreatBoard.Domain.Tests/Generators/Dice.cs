namespace ThreatBoard.Domain.Tests.Generators;

/// <summary>Seeded randomness with the choices that models need.</summary>
internal sealed class Dice(int seed)
{
    private static readonly string[] s_words =
        ["front end", "a", "ключ", "数据库", "<script>alert(1)</script>", "\"quoted\" \\ slash", "line\nbreak", "e\u0301", "😀", "apps/Deployment/shop/api", "a&b'c", "\u2028"];

    private readonly Random _random = new(seed);

    public int UpTo(int most) => _random.Next(most + 1);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public Guid Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }

    public T OneOf<T>(IReadOnlyList<T> some) => some[_random.Next(some.Count)];

    /// <summary>Null where there is nothing to choose, and often otherwise.</summary>
    public T? Maybe<T>(IReadOnlyList<T> some)
        where T : class => some.Count == 0 || Chance(40) ? null : OneOf(some);

    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> from, int most) =>
        from.Count == 0 ? [] : [.. Enumerable.Range(0, UpTo(most)).Select(_ => OneOf(from)).Distinct()];

    public TEnum Value<TEnum>()
        where TEnum : struct, Enum => OneOf(Enum.GetValues<TEnum>());

    public string Word() => OneOf(s_words) + UpTo(99);

    /// <summary>A word, or nothing.</summary>
    public string Text() => Chance(50) ? "" : Word();

    public string Tag() => OneOf(["red", "green", "blue", "PCI", "ß"]);

    public DateOnly? Day() => Chance(50) ? null : new DateOnly(2030, 1, 1).AddDays(UpTo(1_000));

    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        _random.Shuffle(all);
        return all;
    }
}
