namespace ThreatBoard.Web.Commands;

/// <summary>What the verbs end with; pipelines rely on it.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The verb did its work and the answer is no: findings at or above the threshold, a history that does not hold, a refusal of the server.</summary>
    public const int No = 1;

    /// <summary>Wrong use, or input that cannot be read: there is no answer.</summary>
    public const int WrongUse = 2;
}
