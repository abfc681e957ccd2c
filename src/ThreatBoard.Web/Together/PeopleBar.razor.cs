using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.JSInterop;
using ThreatBoard.Data.Presence;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Together;

/// <summary>The others in the model, in the top bar; and what tells them where this person is.</summary>
public sealed partial class PeopleBar : IAsyncDisposable
{
    private const int MostFaces = 4;
    private const int Most = 50;

    private PresenceInterop? _script;
    private bool _isWatching;

    [Inject]
    private Here Here { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        Here.Changed -= OnChanged;
        Here.Dispose();
        if (_script is not null) await _script.DisposeAsync();
    }

    protected override async Task OnInitializedAsync()
    {
        (Here.Dispatch, Here.Lead) = (InvokeAsync, GoTo);
        Here.Changed += OnChanged;
        Navigation.LocationChanged += OnLocationChanged;
        await TellAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) _script = await PresenceInterop.MountAsync(Script, () => _ = InvokeAsync(Here.StopFollowing));
        if (_script is null || _isWatching == Here.Leader is not null) return;
        _isWatching = Here.Leader is not null;
        await _script.WatchAsync(_isWatching);
    }

    private static string Where(PersonHere person) =>
        (RailItem.All.FirstOrDefault(item => item.Section == person.At.Page)?.Word ?? "This model")
        + (person.At.Editing.Length > 0 ? $", writing {person.At.Editing[(person.At.Editing.IndexOf('/', StringComparison.Ordinal) + 1)..]}" : "");

    private void OnChanged(object? sender, EventArgs nothing) => StateHasChanged();

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(TellAsync);

    private Task TellAsync()
    {
        var location = new Uri(Navigation.Uri);
        var address = PageAddress.Parse(location);
        var more = QueryHelpers.ParseQuery(location.Query).TryGetValue("selected", out var text) ? text.ToString().Split(',') : [];
        ImmutableArray<Guid> selection =
        [
            .. (address.Open is { } open ? [open.Id] : ImmutableArray<Guid>.Empty)
                .Concat(more.Select(id => Guid.TryParse(id, out var parsed) ? parsed : (Guid?)null).OfType<Guid>()).Distinct().Take(Whereabouts.MostSelected),
        ];
        return Here.GoAsync(address, location.PathAndQuery, selection);
    }

    // Zoom and pan belong to a screen: the diagram follows what is seen instead.
    private void GoTo(string address) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(Navigation.ToAbsoluteUri(address).ToString(), new Dictionary<string, object?> { ["view"] = null }), replace: true);
}
