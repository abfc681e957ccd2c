namespace ThreatBoard.Data.Importing;

/// <summary>What a program calls its request, so that sending it twice stores it once.</summary>
/// <param name="Key">At most <see cref="Longest"/> characters; unique in a model.</param>
/// <param name="Digest">SHA-256 of the request, so that the same key with another request is noticed.</param>
public sealed record RequestKey(string Key, byte[] Digest)
{
    public const int Longest = 100;
}
