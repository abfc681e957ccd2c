using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ThreatBoard.Web.Layout;

/// <summary>Search or do anything (Ctrl+K): pages, models and their items in one list.</summary>
public sealed partial class Palette
{
    private const int Most = 40;

    private ElementReference _input;
    private List<PaletteEntry> _found = [];
    private string _text = "";
    private int _at;

    [Parameter, EditorRequired]
    public required PageAddress Address { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Inject]
    private IEnumerable<IPaletteSource> Sources { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override Task OnInitializedAsync() => FindAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _input.FocusAsync();
    }

    private async Task FindAsync()
    {
        var asked = _text;
        var found = new List<PaletteEntry>();
        foreach (var source in Sources)
            found.AddRange(await source.FindAsync(asked.Trim(), Address, CancellationToken.None));
        // A slower answer to an older text must not cover the newer one.
        if (asked == _text)
            (_found, _at) = ([.. found.Take(Most)], 0);
    }

    private void OnKey(KeyboardEventArgs pressed)
    {
        if (_found.Count == 0)
            return;
        if (pressed.Key == "ArrowDown")
            _at = (_at + 1) % _found.Count;
        else if (pressed.Key == "ArrowUp")
            _at = (_at + _found.Count - 1) % _found.Count;
        else if (pressed.Key == "Enter")
            Go(_found[_at]);
    }

    private void Go(PaletteEntry entry)
    {
        _ = OnClose.InvokeAsync();
        Navigation.NavigateTo(entry.Address);
    }
}
