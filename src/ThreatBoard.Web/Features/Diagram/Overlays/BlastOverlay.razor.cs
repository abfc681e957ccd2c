using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Web.Clusters;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Features.Diagram.Overlays;

/// <summary>The blast radius of what is chosen, or who reaches it, off the circuit's thread; lights it on the picture.</summary>
public sealed partial class BlastOverlay : IDisposable
{
    private readonly Leaving _leaving = new();
    private readonly Dictionary<string, CanvasOverlay> _tried = new(StringComparer.Ordinal);
    private (ModelContent Content, OverlayChoice Choice)? _asked;
    private ImmutableArray<(ModelCluster Cluster, BlastSum Sum)> _sums = [];
    private ImmutableArray<AccountStart> _accounts = [];
    private bool _failed, _isRead, _hasManifests;

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

    public void Dispose() => _leaving.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        if (_asked == (Content, Choice)) return;
        _asked = (Content, Choice);
        try
        {
            await AskAsync(Content, Choice);
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

    private Task Turn(bool backwards) => OnChoose.InvokeAsync(Choice with { IsBackwards = backwards, Goal = null });

    private string Said(BlastSum sum)
    {
        var from = Choice.Account is { } account ? $"Service account {account.Title}" : Choice.From is { } chosen ? EntityTitles.Title(Content, chosen) : "The internet";
        var worth = sum.Assets.Count() is > 0 and var assets ? $", {assets} of them worth reaching" : "";
        return Choice.IsBackwards
            ? sum.Total == 0 ? $"Nothing reaches {from}, as far as the manifests tell." : $"{from} can be reached from {sum.Total} places."
            : sum.Total == 0 ? $"{from} reaches nothing, as far as the manifests tell." : $"{from} reaches {sum.Total} things{worth}.";
    }

    private async Task AskAsync(ModelContent content, OverlayChoice choice)
    {
        if (await People.ForAsync(Model, Right.Read, _leaving.Token) is not { } access) return;
        var sums = ImmutableArray.CreateBuilder<(ModelCluster Cluster, BlastSum Sum)>();
        var accounts = ImmutableArray.CreateBuilder<AccountStart>();
        var clusters = await Clusters.OfAsync(access, content, _leaving.Token);
        foreach (var cluster in clusters)
        {
            var (known, told) = await cluster.AskAsync(content, look => (AccountStart.All(look), choice is { IsOfInternet: true, IsBackwards: true } ? null : Blast.Of(look, choice)), _leaving.Token);
            accounts.AddRange(known);
            if (told is { } sum) sums.Add((cluster, sum));
        }

        // Something else was asked meanwhile; its answer comes.
        if (_asked != (content, choice)) return;
        (_sums, _accounts, _failed, _isRead, _hasManifests) = (sums.ToImmutable(), accounts.ToImmutable(), false, true, clusters.Length > 0);
        _tried.Clear();
        await LayAsync();
    }

    /// <summary>A cluster with controls on trial is shown as they would make it.</summary>
    private Task LayAsync() => OnLaid.InvokeAsync(_sums.IsEmpty ? null : Together([.. _sums.Select(told => _tried.GetValueOrDefault(told.Cluster.Name) ?? told.Sum.Overlay)]));

    /// <summary>Asked anew: who may not read the model any more gets none.</summary>
    private async Task<FixPlan?> PlanAsync(ModelCluster cluster, string start, string end) =>
        await People.ForAsync(Model, Right.Read, _leaving.Token) is null ? null : await cluster.AskAsync(Content, look => FixPlan.Of(look, start, end), _leaving.Token);

    private async Task<Trial?> TryAsync(ModelCluster cluster, TrialEnds ends, IReadOnlySet<string> on)
    {
        var (content, choice) = (Content, Choice);
        try
        {
            if (await People.ForAsync(Model, Right.Read, _leaving.Token) is null) return null;
            var trial = await cluster.AskAsync(content, look => Trial.Of(look, ends, choice, on), _leaving.Token);
            if (_asked == (content, choice)) await ShowAsync(cluster, trial?.Overlay);
            return trial;
        }
        catch (OperationCanceledException)
        {
            // The person has left.
            return null;
        }
    }

    private Task ShowAsync(ModelCluster cluster, CanvasOverlay? tried)
    {
        if (!_tried.Remove(cluster.Name) && tried is null) return Task.CompletedTask;
        if (tried is not null) _tried.Add(cluster.Name, tried);
        return LayAsync();
    }

    private static CanvasOverlay Together(ImmutableArray<CanvasOverlay> clusters) => new(
        "reach", Standing: false, [], [.. clusters.SelectMany(one => one.Edges)], [.. clusters.SelectMany(one => one.Lit ?? [])], [.. clusters.SelectMany(one => one.Starts)]);
}
