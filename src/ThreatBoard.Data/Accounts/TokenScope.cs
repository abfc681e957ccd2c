namespace ThreatBoard.Data.Accounts;

/// <summary>What a personal access token can be made for; never more than its person may do at the time of use.</summary>
public static class TokenScope
{
    public const string ReadModels = "models:read";
    public const string WriteImports = "imports:write";

    public static IReadOnlyList<string> All { get; } = [ReadModels, WriteImports];

    internal static bool Gives(string scope, Right right) => scope switch
    {
        ReadModels => right is Right.Read,
        WriteImports => right is Right.Read or Right.Import,
        _ => false,
    };
}
