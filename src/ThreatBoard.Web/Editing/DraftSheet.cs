using System.Text.Encodings.Web;
using System.Text.Json;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Web.Editing;

/// <summary>The drafts of one person on one thing: found when it is opened, kept while they are typed, gone once saved or discarded.</summary>
public sealed class DraftSheet
{
    // Kept as it was typed: escaped, a page of Greek would be over the limit.
    private static readonly JsonSerializerOptions s_asTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DraftDesk _desk;
    private readonly Guid? _model;
    private readonly Dictionary<string, Draft> _found;
    private readonly Dictionary<string, int> _newest = [];
    private Task _before = Task.CompletedTask;

    internal DraftSheet(DraftDesk desk, Guid? model, EntityRef on, IEnumerable<Draft> found) =>
        (_desk, _model, On, _found) = (desk, model, on, found.ToDictionary(draft => draft.Field, StringComparer.Ordinal));

    /// <summary>What is written on.</summary>
    public EntityRef On { get; }

    /// <summary>Saves over a base that is older than what is stored now, so that the door sees what the author saw; null where nothing is compared.</summary>
    public SaveOver? SaveOver { get; init; }

    /// <summary>What a field of this is called where people see who writes it.</summary>
    public string NameOf(string field) => $"{On}/{field}";

    /// <summary>The person writes in this field now.</summary>
    public void Begin(string field) => _desk.Writing(NameOf(field), isWriting: true);

    /// <summary>What was left in this field, or null.</summary>
    public Draft? Of(string field) => _found.GetValueOrDefault(field);

    /// <summary>What was left in this form, or null.</summary>
    public T? FormOf<T>(string form)
        where T : class
    {
        try
        {
            return Of(form) is { } draft ? JsonSerializer.Deserialize<T>(draft.Text) : null;
        }
        catch (JsonException)
        {
            // Another version's form.
            return null;
        }
    }

    public Task<bool> KeepFormAsync<T>(string form, T value, string basedOn = "") => KeepAsync(form, JsonSerializer.Serialize(value, s_asTyped), basedOn);

    /// <summary>Keeps what is typed now; several at once are written in their order, and only the newest need be.</summary>
    /// <returns>False where it is not kept.</returns>
    public async Task<bool> KeepAsync(string field, string text, string basedOn)
    {
        if (text.Length > Limits.Draft || basedOn.Length > Limits.Draft || field.Length > Limits.Title) return false;
        if (text == basedOn)
        {
            await DropAsync(field);
            return true;
        }

        Begin(field);
        return await InTurnAsync(field, async () =>
        {
            if (await _desk.KeepAsync(_model, On, field, text, basedOn) is not { } kept) return false;
            _found[field] = kept;
            return true;
        });
    }

    /// <summary>It was saved or discarded.</summary>
    public Task DropAsync(string field)
    {
        _desk.Writing(NameOf(field), isWriting: false);
        if (!_found.Remove(field) && !_newest.ContainsKey(field)) return Task.CompletedTask;
        return InTurnAsync(field, async () =>
        {
            await _desk.DropAsync(_model, On, field);
            return true;
        });
    }

    private Task<bool> InTurnAsync(string field, Func<Task<bool>> write)
    {
        var turn = _newest[field] = _newest.GetValueOrDefault(field) + 1;
        var written = AfterAsync(_before);
        _before = written;
        return written;

        async Task<bool> AfterAsync(Task before)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            return _newest[field] != turn || await write();
        }
    }
}

/// <summary>Saves a text where its author saw <paramref name="basedOn"/>, whatever is stored now.</summary>
/// <param name="save">The field's own way of saving.</param>
public delegate Task<string?> SaveOver(Func<string, Task<string?>> save, string basedOn, string text);
