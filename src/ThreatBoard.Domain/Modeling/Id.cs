using System.Buffers.Binary;
using System.Text.Json.Serialization;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Domain.Modeling;

/// <summary>The identity of one entity, a UUID of version 7 made by the application, so that it tells when it was made.</summary>
[JsonConverter(typeof(ModelingJsonConverters))]
public readonly record struct Id<T>(Guid Value) : IComparable<Id<T>>
    where T : class, IEntity
{
    public static Id<T> New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    private const int Version = 7;

    private static readonly long s_last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>When the application made it, to the millisecond; the epoch for an id of another version.</summary>
    public DateTimeOffset MadeAt
    {
        get
        {
            Span<byte> bytes = stackalloc byte[16];
            if (!Value.TryWriteBytes(bytes, bigEndian: true, out _) || Value.Version != Version) return DateTimeOffset.UnixEpoch;
            var milliseconds = (long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16);
            return DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(milliseconds, s_last));
        }
    }

    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}
