using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace ThreatBoard.Web.Layout;

/// <summary>What a page keeps in the address: what is open, selected, seen, filtered.</summary>
/// <remarks>
/// The browser confirms a change of the address one round trip later. Changes that follow each other faster build on what was asked for
/// last: built on what was confirmed last, the second would take back the first.
/// </remarks>
public sealed class AddressBar : IDisposable
{
    private readonly NavigationManager _navigation;
    private string? _asked;

    public AddressBar(NavigationManager navigation)
    {
        _navigation = navigation;
        _navigation.LocationChanged += OnChanged;
    }

    /// <summary>Raised as soon as an address is asked for: what shows what is open need not wait for the browser.</summary>
    public event EventHandler? Asked;

    /// <summary>The address asked for last.</summary>
    public Uri Wanted => new(_asked ?? _navigation.Uri);

    /// <summary>Whether the address that pages see is the one asked for last; until then it tells what was, not what is wanted.</summary>
    public bool IsSettled => _asked is null || _asked == _navigation.Uri;

    /// <summary>Sets these parameters and leaves the others; null removes one. The browser's Back does not return to what was before.</summary>
    public void Set(IReadOnlyDictionary<string, object?> parameters)
    {
        var from = _asked ?? _navigation.Uri;
        var to = _navigation.GetUriWithQueryParameters(from, parameters);
        if (to == from) return;
        _asked = to;
        Asked?.Invoke(this, EventArgs.Empty);
        _navigation.NavigateTo(to, replace: true);
    }

    public void Set(string name, string? value) => Set(new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = value });

    /// <summary>Opens the detail panel.</summary>
    public void Open(string kind, Guid id) => Set("open", new OpenItem(kind, id).ToString());

    public void CloseItem() => Set("open", null);

    public void Dispose() => _navigation.LocationChanged -= OnChanged;

    // A person who goes elsewhere meanwhile is not led back.
    private void OnChanged(object? sender, LocationChangedEventArgs change)
    {
        if (change.IsNavigationIntercepted || change.Location == _asked) _asked = null;
    }
}
