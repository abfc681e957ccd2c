using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>Two states of a model side by side: entity by entity, boundary by boundary, and as a change of risk.</summary>
public sealed partial class ComparisonPage : IDisposable
{
    private const int PageLength = 250;
    private static readonly (string?, string)[] s_views = [(null, "Elements"), ("boundaries", "Boundaries"), ("threats", "Threats and risk")];

    private readonly Leaving _leaving = new();
    private ComparedRevisions? _compared;
    private ChangeTally _tally = ChangeTally.None;
    private List<ComparedEntity> _shown = [];
    private ElementReference[] _items = [];
    private string? _failure, _read;
    private int _most = PageLength, _more, _at = -1;

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public string Range { get; set; } = "";

    [SupplyParameterFromQuery]
    public string? View { get; set; }

    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private ComparisonQuery Query { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    public void Dispose()
    {
        _leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_read != Range) await ReadAsync();
        Show();
    }

    private string Title => RevisionRange.Parse(Range) is { } range ? $"{(range.From == 0 ? "Nothing" : $"Revision {range.From}")} → {(range.To is { } to ? $"revision {to}" : "now")}" : "Comparison";

    private string? Lead => _compared is null ? null : string.Join(" → ", new[] { _compared.From?.Message, _compared.To?.Message ?? "as it is now" }.OfType<string>());

    private RiskChange Risk => _compared!.Comparison.Risk;

    private static string Word(RevisionSummary? revision, string otherwise) => revision is null ? otherwise : $"Rev. {revision.Number}";

    private static string Counts(ChangeTally tally) =>
        string.Join(" ", new[] { ("+", tally.Added), ("−", tally.Removed), ("~", tally.Changed) }.Where(part => part.Item2 > 0).Select(part => part.Item1 + part.Item2));

    private string AddressOf(string? view, string? kind) =>
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["view"] = view, ["kind"] = kind, ["open"] = null });

    private string? ThreatLink(Threat threat) =>
        _compared!.After.Find<Threat>(threat.Id.Value) is null ? null : Navigation.AddressToOpen("threat", threat.Id.Value);

    private string? PlaceOf(ComparedEntity entity) =>
        entity.Home is { } home && home.Value != entity.Entity.Id
            ? (_compared!.After.Find<Boundary>(home.Value) ?? _compared.Before.Find<Boundary>(home.Value))?.Name
            : null;

    private async Task ReadAsync()
    {
        (_read, _failure, _compared) = (Range, null, null);
        try
        {
            if (RevisionRange.Parse(Range) is { } range && await Access.ForAsync(Id, Right.Read, _leaving.Token) is { } access)
                _compared = await Query.RunAsync(access, range, _leaving.Token);
            _failure = _compared is null ? "There is no such pair of revisions." : null;
            Frame.ModelName = _compared?.ModelName ?? Frame.ModelName;
        }
        catch (DamagedRevisionException damaged)
        {
            _failure = damaged.Message;
        }
    }

    private void Show()
    {
        if (_compared is not { Comparison: var comparison }) return;
        var all = comparison.Entities.Where(entity => Kind is null || entity.Entity.Kind == Kind).ToList();
        (_tally, _shown, _more, _at) = (comparison.Tally, [.. all.Take(_most)], Math.Max(0, all.Count - _most), -1);
        _items = new ElementReference[_shown.Count];
    }

    private void ShowMore()
    {
        _most += 4 * PageLength;
        Show();
    }

    private Task JumpByKeyAsync(KeyboardEventArgs pressed) => pressed switch
    {
        { CtrlKey: true } or { AltKey: true } or { MetaKey: true } => Task.CompletedTask,
        { Key: "n" } => JumpAsync(1),
        { Key: "p" } => JumpAsync(-1),
        _ => Task.CompletedTask,
    };

    private async Task JumpAsync(int step)
    {
        if (_shown.Count == 0 || View is not null) return;
        _at = Math.Clamp(_at + step, 0, _shown.Count - 1);
        await _items[_at].FocusAsync();
    }
}
