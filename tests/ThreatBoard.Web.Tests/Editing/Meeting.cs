using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Editing;

namespace ThreatBoard.Web.Tests.Editing;

/// <summary>Two people who wrote different values into one field, as the dialog shows it; null where the field has no two other values.</summary>
internal sealed record Meeting(EditQuestion.Settle Question, Type Type)
{
    private static readonly ModelContent s_content = EveryField.Make();

    public static Meeting? Of(string kind, string field) => EntityKinds.Named(kind)!.Accept(new Maker(field));

    private sealed class Maker(string name) : IShapeVisitor<Meeting?>
    {
        public Meeting? Visit<T>(Shape<T> shape)
            where T : class, IEntity<T>
        {
            var field = shape.FieldNamed(name)!;
            var (seen, others) = FieldValues.For(s_content, field);
            if (others.Count < 2) return null;
            var conflict = new Conflict(ConflictKind.SameField, EntityRef.To(seen), shape.Title(seen), name, field.ValueOf(seen), others[0], others[1]);
            return new(new(s_content, [new(conflict, conflict.Title, "Ada", new DateTimeOffset(2026, 11, 2, 8, 58, 0, TimeSpan.Zero))]), field.ValueType);
        }
    }
}
