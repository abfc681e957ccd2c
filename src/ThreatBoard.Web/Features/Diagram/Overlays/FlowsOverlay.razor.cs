using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Clusters;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Diagram.Overlays;

/// <summary>Asks the policies about every flow, and about pairs that no flow joins, when it is switched on and when the model changes.</summary>
public sealed partial class FlowsOverlay : IDisposable
{
    private readonly Leaving _leaving = new();
    private (ModelContent Content, EntityRef? From)? _asked;
    private FlowsSum? _sum;
    private bool _failed;

    [Parameter, EditorRequired]
    public required Guid Model { get; set; }

    [Parameter, EditorRequired]
    public required ModelContent Content { get; set; }

    [Parameter, EditorRequired]
    public required OverlayChoice Choice { get; set; }

    [Parameter]
    public EventCallback<OverlayChoice?> OnChoose { get; set; }

    [Parameter]
    public EventCallback<CanvasOverlay?> OnLaid { get; set; }

    [Inject]
    private ModelClusters Clusters { get; set; } = null!;

    [Inject]
    private PersonAccess People { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Of => Choice.From is { } from ? $"Allowed lines of {EntityTitles.Title(Content, from)} alone." : "Allowed lines of every workload; choose a component or a boundary to see its own.";

    public void Dispose() => _leaving.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (_asked == (Content, Choice.From)) return;
        _asked = (Content, Choice.From);
        try
        {
            await AskAsync(Content, Choice.From);
        }
        catch (Exception broken) when (broken is DbException or InvalidDataException)
        {
            _failed = true;
        }
        catch (OperationCanceledException)
        {
            // The person has left.
        }
    }

    private async Task AskAsync(ModelContent content, EntityRef? from)
    {
        if (await People.ForAsync(Model, Right.Read, _leaving.Token) is not { } access) return;
        var starts = Members.Of(content, from);
        var told = new List<(ImmutableArray<FlowStanding>, Undeclared)>();
        foreach (var cluster in await Clusters.OfAsync(access, content, _leaving.Token))
            told.Add(await cluster.AskAsync(content, look => (DeniedFlows.Of(look).ToImmutableArray(), Undeclared.Of(look, starts)), _leaving.Token));
        // Something else was asked meanwhile; its answer comes.
        if (_asked != (content, from)) return;
        (_sum, _failed) = (FlowsSum.Of(content, told, starts), false);
        await OnLaid.InvokeAsync(_sum.Overlay);
    }
}
