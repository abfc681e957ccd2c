using System.Security.Cryptography;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Domain.Revisions;

/// <summary>Tells whether two models hold the same content; layout, comments and derived values do not count.</summary>
public static class ContentHash
{
    /// <summary>SHA-256 of the canonical JSON of the content part, 32 bytes.</summary>
    public static byte[] Of(ModelContent content) => SHA256.HashData(CanonicalJson.Write(content, ModelPart.Content));
}
