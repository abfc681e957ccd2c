using Microsoft.AspNetCore.Components;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>The journal between two states: who, when, why, and in which words.</summary>
public sealed partial class JournalTab : IDisposable
{
    /// <summary>As many entries as are read at once.</summary>
    internal const int Most = 2_000;

    private const int Plain = 100;
    private const int MostChanges = 50;

    private readonly Leaving _leaving = new();
    private readonly Dictionary<long, IReadOnlyList<(ChangeKind Kind, string Words)>> _open = [];
    private IReadOnlyList<JournalEntryRow>? _entries;
    private IReadOnlyList<(Guid Id, string Name, int Entries)> _authors = [];

    [Parameter, EditorRequired]
    public required Guid Model { get; set; }

    [Parameter, EditorRequired]
    public required ComparedRevisions Compared { get; set; }

    [Parameter]
    public Guid? By { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private Journal Journal { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private List<JournalEntryRow> Shown => [.. _entries!.Where(entry => By is null || entry.AuthorId == By)];

    public void Dispose() => _leaving.Dispose();

    protected override async Task OnInitializedAsync()
    {
        if (await Access.ForAsync(Model, Right.Read, _leaving.Token) is not { } access) return;
        var entries = await Journal.BetweenAsync(access, Compared.Since, Compared.Until, Most, _leaving.Token);
        _authors = [.. entries.GroupBy(entry => entry.AuthorId).Select(of => (of.Key, of.Last().Author, of.Count())).OrderByDescending(author => author.Item3)];
        _entries = entries;
    }

    private string AddressOf(Guid? author) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["by"] = author, ["open"] = null });

    private async Task OpenAsync(long number)
    {
        if (await Access.ForAsync(Model, Right.Read, _leaving.Token) is not { } access) return;
        var changes = await Journal.ChangesOfAsync(access, number, _leaving.Token);
        var words = changes.Take(MostChanges).Select(change => (change.Kind, JournalWords.Of(change, Compared.Before, Compared.After))).ToList();
        if (changes.Count > MostChanges) words.Add((ChangeKind.Changed, $"and {changes.Count - MostChanges} more"));
        _open[number] = words;
    }
}
