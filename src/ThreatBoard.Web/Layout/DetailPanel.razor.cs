using Microsoft.AspNetCore.Components;

namespace ThreatBoard.Web.Layout;

/// <summary>The one detail panel: it can be pinned, resized and closed, and its content is chosen by the address.</summary>
public sealed partial class DetailPanel
{
    private DetailContent? _content;
    private Dictionary<string, object> _parameters = [];

    [Parameter, EditorRequired]
    public required OpenItem Open { get; set; }

    [Parameter]
    public Guid? Model { get; set; }

    [Parameter]
    public bool Pinned { get; set; }

    [Parameter]
    public EventCallback<bool> PinnedChanged { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Inject]
    private IEnumerable<DetailContent> Contents { get; set; } = null!;

    protected override void OnParametersSet()
    {
        _content = Contents.FirstOrDefault(content => content.Kind == Open.Kind);
        _parameters = new() { ["Model"] = Model ?? Guid.Empty, ["Id"] = Open.Id };
    }

    private Task TogglePin() => PinnedChanged.InvokeAsync(!Pinned);
}
