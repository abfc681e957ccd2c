using System.Security.Cryptography;
using System.Text;

namespace ThreatBoard.Domain.Sources;

/// <summary>Ids inside a reading, before it meets a model: the same key always gives the same id.</summary>
public static class DerivedId
{
    /// <summary>A UUID of version 8 made of the kind and the key by SHA-256.</summary>
    public static Guid Of(string kind, string key)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{key}")).AsSpan(0, 16);
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest, bigEndian: true);
    }
}
