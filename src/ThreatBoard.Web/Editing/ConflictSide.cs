using ThreatBoard.Domain.Changes;
using ThreatBoard.Web.Ui;
using ThreatBoard.Web.Ui.Values;

namespace ThreatBoard.Web.Editing;

/// <summary>One conflict while a person decides it: the three sides in words, and what is chosen so far.</summary>
public sealed class ConflictSide(OpenConflict open, ModelContent content)
{
    public OpenConflict Open => open;

    /// <summary>Null while nothing is chosen.</summary>
    public Choice? Chosen { get; private set; }

    /// <summary>The third value that is being written; null unless the person wants one.</summary>
    public ValueForm? Edited { get; private set; }

    /// <summary>What is wrong with the third value.</summary>
    public string? Problem { get; private set; }

    private Conflict Conflict => open.Conflict;

    public bool IsDeleted => Conflict.Kind is ConflictKind.RemovedByThem or ConflictKind.SubjectRemoved;

    public bool IsDecided => Chosen is not null || Edited is not null;

    public string Base => Said(Conflict.Base);

    public string Theirs => Said(Conflict.Theirs);

    public string Mine => Said(Conflict.Mine);

    /// <summary>What the conflict is about, such as <c>component “web”: technology</c>.</summary>
    public string About => $"{EntityTitles.Kind(Conflict.Entity.Kind)} “{open.Title}”{(Conflict.Field is { } name ? $": {NameWords.OfField(name)}" : "")}";

    public (string Mine, string Theirs) Words => Conflict.Kind switch
    {
        ConflictKind.RemovedByThem => ("Restore it with my edit", "Drop my edit"),
        ConflictKind.SubjectRemoved => ("Restore it with my edit", "Save my edit, leave it deleted"),
        ConflictKind.ChangedByThem => ("Remove it all the same", "Keep it"),
        _ => ("Keep mine", "Take theirs"),
    };

    /// <summary>Whether a third value can be written.</summary>
    public bool MayEdit => Conflict is { Kind: ConflictKind.SameField } && TypeOfField() is not null;

    public void Choose(Choice choice) => (Chosen, Edited, Problem) = (choice, null, null);

    public void Edit() => (Chosen, Edited, Problem) = (null, ValueForm.Of(TypeOfField()!, Conflict.Mine ?? Conflict.Theirs, content, NameWords.OfField(Conflict.Field!)), null);

    /// <summary>Takes the third value where one is written.</summary>
    /// <returns>Whether there is a choice now.</returns>
    public bool TryFinish()
    {
        if (Edited is null) return Chosen is not null;
        (var value, Problem) = Edited.Read();
        Problem ??= EntityKinds.Named(Conflict.Entity.Kind)!.Accept(new FieldProblem(Conflict, value));
        if (Problem is null) Chosen = new Choice.Edited(value);
        return Problem is null;
    }

    private string Said(object? value) => (Conflict.Field, value) switch
    {
        (not null, _) => FieldWords.Of(value, content),
        (_, null) => "removed",
        (_, Domain.Modeling.IEntity) => "there",
        _ => FieldWords.Of(value, content),
    };

    private Type? TypeOfField() => EntityKinds.Named(Conflict.Entity.Kind)?.Accept(new FieldType(Conflict.Field!));

    private sealed class FieldType(string field) : IShapeVisitor<Type?>
    {
        public Type? Visit<T>(Shape<T> shape)
            where T : class, Domain.Modeling.IEntity<T> => shape.FieldNamed(field)?.ValueType;
    }

    private sealed class FieldProblem(Conflict conflict, object? value) : IShapeVisitor<string?>
    {
        public string? Visit<T>(Shape<T> shape)
            where T : class, Domain.Modeling.IEntity<T>
        {
            var field = shape.FieldNamed(conflict.Field!)!;
            return field.Problem(field.Put(shape.Create(conflict.Entity.Id), value));
        }
    }
}
