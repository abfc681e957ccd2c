namespace ThreatBoard.Testing;

/// <summary>How long, or how many: a row of the fault and attack matrix is short in every run and whole in <c>scripts/soak</c>.</summary>
public static class MatrixSize
{
    /// <summary>The variable by which <c>scripts/soak</c> asks for whole sizes.</summary>
    public const string Variable = "THREATBOARD_SOAK";

    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable(Variable) is "1";

    public static T Of<T>(T shortSize, T whole) => IsWhole ? whole : shortSize;
}
