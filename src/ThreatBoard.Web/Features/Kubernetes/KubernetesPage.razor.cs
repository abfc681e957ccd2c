using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Clusters;
using ThreatBoard.Web.Editing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Features.Kubernetes;

/// <summary>What the accepted manifests of a model say, cluster by cluster; follows the model.</summary>
public sealed partial class KubernetesPage : IDisposable
{
    private readonly NextLook _next = new();
    private OpenModel? _model;
    private ImmutableArray<ClusterPicture>? _pictures;
    private Guid _loaded;
    private (Guid? From, Guid? To) _pair;
    private bool _failed, _isMissing;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>The component that talks, as <c>component:guid</c>.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [Inject]
    private ModelDesk Desk { get; set; } = null!;

    [Inject]
    private PersonAccess People { get; set; } = null!;

    [Inject]
    private ModelClusters Clusters { get; set; } = null!;

    [Inject]
    private FrameState Frame { get; set; } = null!;

    [Inject]
    private AddressBar Address { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    public void Dispose()
    {
        _next.Dispose();
        _model?.Dispose();
    }

    protected override Task OnParametersSetAsync()
    {
        // Until the address holds what was chosen, it tells of an earlier choice.
        if (Address.IsSettled) _pair = (IdOf(From), IdOf(To));
        return _loaded == Id ? Task.CompletedTask : LoadAsync();
    }

    private static Guid? IdOf(string? end) => EntityRef.TryParse(end, out var found) && found.Is<Component>() ? found.Id : null;

    private void ChoosePair((Guid? From, Guid? To) pair)
    {
        _pair = pair;
        Address.Set(new Dictionary<string, object?>(StringComparer.Ordinal) { ["from"] = Named(pair.From), ["to"] = Named(pair.To) });
    }

    private static string? Named(Guid? component) => component is { } id ? EntityRef.To(new Id<Component>(id)).ToString() : null;

    private async Task LoadAsync()
    {
        _loaded = Id;
        (_failed, _isMissing, _pictures) = (false, false, null);
        _model?.Dispose();
        try
        {
            _model = await Desk.OpenAsync(Id, () => _next.Ask(Clock, InvokeAsync, LookAsync));
            _isMissing = _model is null;
            Frame.ModelName = _model?.Name;
            await ReadAsync();
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

    private async Task LookAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        if (_model is not { Content: var content } model || await People.ForAsync(Id, Right.Read, _next.Token) is not { } access) return;
        var pictures = ImmutableArray.CreateBuilder<ClusterPicture>();
        foreach (var cluster in await Clusters.OfAsync(access, content, _next.Token))
        {
            var sources = cluster.Sources.Select(source => source.Name).ToImmutableArray();
            pictures.Add(await cluster.AskAsync(content, look => ClusterPicture.Of(look, sources, model.Standing.Today) with { Causes = CauseRow.All(look, model.Standing.Today) }, _next.Token));
        }

        _pictures = pictures.ToImmutable();
    }
}
