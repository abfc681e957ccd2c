using System.Buffers.Binary;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Ui;

/// <summary>What entities are called on screen, and since when they are there.</summary>
public static class EntityWords
{
    /// <summary>When the id was made: the first 48 bits of a UUID of version 7 are milliseconds since 1970. Any other id tells nothing and gives 1970.</summary>
    public static DateTimeOffset MadeAt<T>(this Id<T> id)
        where T : class, IEntity
    {
        if (id.Value.Version != 7) return DateTimeOffset.UnixEpoch;
        Span<byte> bytes = stackalloc byte[16];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16 & 0xFFFF_FFFF_FFFF;
        return DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(milliseconds, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
    }

    public static string SubjectTitle(this ModelContent content, ThreatSubject subject) =>
        subject.Ref == EntityRef.WholeModel ? "Whole model"
        : subject.IsGone ? subject.Was
        : content.NameOf(subject.Ref);

    /// <summary>The entity's name; a flow without one is told by its ends.</summary>
    public static string NameOf(this ModelContent content, EntityRef entity) =>
        content.Find(entity) is Flow flow ? content.NameOf(flow) : content.TitleOf(entity) ?? "";

    public static string NameOf(this ModelContent content, Flow flow) =>
        flow.Name.Length > 0 ? flow.Name : $"{content.Find<Component>(flow.Ends.From.Value)?.Name} → {content.Find<Component>(flow.Ends.To.Value)?.Name}";
}
