using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Comparing;

/// <summary>One entity that differs between two states of a model; its words are made when somebody looks at it.</summary>
public sealed class ComparedEntity
{
    private const int MarkBytes = 6;

    private readonly Lazy<ImmutableArray<ChangedField>> _fields;
    private readonly Lazy<string> _mark;

    internal ComparedEntity(Change change, ModelContent before, ModelContent after)
    {
        var side = change.Kind is ChangeKind.Removed ? before : after;
        (Change, Entity, Kind) = (change, change.Entity, change.Kind);
        Title = EntityTitles.Title(side, Entity);
        Home = ModelPlaces.HomeOf(side, Entity);
        _fields = new(() => ChangedField.Of(change, before, after));
        _mark = new(MakeMark);
    }

    public Change Change { get; }

    public EntityRef Entity { get; }

    public ChangeKind Kind { get; }

    public string Title { get; }

    /// <summary>The boundary it is counted in, or null where it lies in none.</summary>
    public Id<Boundary>? Home { get; }

    /// <summary>What differs, in the order of the fields' names.</summary>
    public ImmutableArray<ChangedField> Fields => _fields.Value;

    /// <summary>Eight characters that stand for exactly this change: when it becomes another one, its tick is gone.</summary>
    public string Mark => _mark.Value;

    private string MakeMark()
    {
        var text = new StringBuilder($"{Kind} {Entity}\n");
        foreach (var field in Fields) text.Append(field.Name).Append('\n').Append(field.Before).Append('\n').Append(field.After).Append('\n');
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, MarkBytes));
    }
}
