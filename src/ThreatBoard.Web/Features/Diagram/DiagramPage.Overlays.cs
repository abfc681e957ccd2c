using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Features.Diagram.Overlays;

namespace ThreatBoard.Web.Features.Diagram;

/// <content>What is laid over the picture: which overlay, from where to where, in the address.</content>
public sealed partial class DiagramPage
{
    private OverlayChoice? _choice;
    private CanvasOverlay? _laid;

    [SupplyParameterFromQuery]
    public string? Overlay { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [SupplyParameterFromQuery]
    public string? Way { get; set; }

    [SupplyParameterFromQuery]
    public string? Goal { get; set; }

    private async Task FollowOverlayAsync()
    {
        var wanted = OverlayChoice.Parse(Overlay, From, To, Way, Goal);
        if (wanted?.Kind != _choice?.Kind) await LayAsync(null);
        _choice = wanted;
    }

    /// <summary>What is selected already is where it starts.</summary>
    private Task ToggleOverlay(string? kind)
    {
        if (kind is null || _session is not { Content: var content }) return Choose(null);
        var selected = _selected.Select(id => content.Find<Component>(id) is { } component ? EntityRef.To(component) : content.Find<Boundary>(id) is { } boundary ? (EntityRef?)EntityRef.To(boundary) : null);
        return Choose(new OverlayChoice(kind, null, null, IsBackwards: false).Chosen([.. selected.OfType<EntityRef>()]));
    }

    private async Task Choose(OverlayChoice? choice)
    {
        if (choice?.Kind != _choice?.Kind) await LayAsync(null);
        _choice = choice;
        Address.Set(OverlayChoice.Address(choice));
    }

    /// <summary>While an overlay is on, choosing asks it; details open by the menu.</summary>
    private void ChooseOnCanvas(OverlayChoice choice, ImmutableArray<EntityRef> chosen)
    {
        // The canvas also tells of what the address made it select.
        if (_selected.ToHashSet().SetEquals(chosen.Select(element => element.Id))) return;
        _selected = chosen.Length <= MostInAddress ? [.. chosen.Select(element => element.Id)] : [];
        _choice = choice.Chosen([.. chosen.Select(Meant)]);
        Address.Set(new Dictionary<string, object?>(OverlayChoice.Address(_choice))
        {
            ["open"] = null,
            ["selected"] = _selected.Length > 0 ? string.Join(',', _selected) : null,
        });
    }

    /// <summary>An actor means the component at which it starts.</summary>
    private EntityRef Meant(EntityRef element) =>
        element.Is<Actor>() && _session?.Content.Find<Actor>(element.Id)?.StartsAt is { } start ? EntityRef.To(start) : element;

    private async Task LayAsync(CanvasOverlay? overlay)
    {
        if (overlay is null && _laid is null) return;
        _laid = overlay;
        try
        {
            if (_canvas is { } canvas) await canvas.LayOverAsync(overlay);
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone; so is the need to show it.
        }
    }
}
