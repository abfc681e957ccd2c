using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Layout;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Comparing;

/// <summary>Reads the two states that the address names, and shows a tab once they are compared.</summary>
public sealed partial class ComparisonFrame : IDisposable
{
    private readonly Leaving _leaving = new();
    private ComparedRevisions? _compared;
    private string? _failure;
    private (Guid, string) _read;

    [Parameter, EditorRequired]
    public required Guid Model { get; set; }

    /// <summary>As the address has it, such as <c>1..2</c> or <c>1..now</c>.</summary>
    [Parameter, EditorRequired]
    public required string Range { get; set; }

    [Parameter, EditorRequired]
    public required ComparisonTab Tab { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<ComparedRevisions> ChildContent { get; set; }

    /// <summary>One line in place of the tiles: the tab needs the room.</summary>
    [Parameter]
    public bool Slim { get; set; }

    /// <summary>Keys pressed anywhere on the page; a tab that knows some hears them here.</summary>
    [Parameter]
    public EventCallback<KeyboardEventArgs> OnKey { get; set; }

    [Inject]
    private PersonAccess Access { get; set; } = null!;

    [Inject]
    private ComparisonQuery Query { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    public void Dispose() => _leaving.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (_read == (Model, Range)) return;
        (_read, _failure, _compared) = ((Model, Range), null, null);
        try
        {
            if (RevisionRange.Parse(Range) is { } range && await Access.ForAsync(Model, Right.Read, _leaving.Token) is { } access)
                _compared = await Query.RunAsync(access, range, _leaving.Token);
            _failure = _compared is null ? "There is no such pair of revisions." : null;
            Frame.ModelName = _compared?.ModelName ?? Frame.ModelName;
        }
        catch (DamagedRevisionException damaged)
        {
            _failure = damaged.Message;
        }
    }

    private string Title => RevisionRange.Parse(Range) is { } range ? $"{(range.From == 0 ? "Nothing" : $"Revision {range.From}")} → {(range.To is { } to ? $"revision {to}" : "now")}" : "Comparison";

    private string? Lead => _compared is null ? null : string.Join(" → ", new[] { _compared.From?.Message, _compared.To?.Message ?? "as it is now" }.OfType<string>());

    private string Sums => _compared!.Comparison is var compared ? $"+ {compared.Tally.Added}  − {compared.Tally.Removed}  ~ {compared.Tally.Changed}  → {compared.Moved.Length} moved" : "";

    private string Export(string format) => $"/models/{Model}/revisions/{Range}/export.{format}";
}
