using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ThreatBoard.Web.Ui;

/// <summary>A line of text in a drawing: Razor keeps the element's own name for itself.</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter, EditorRequired]
    public required double X { get; set; }

    [Parameter, EditorRequired]
    public required double Y { get; set; }

    [Parameter, EditorRequired]
    public required string Words { get; set; }

    [Parameter]
    public string? Look { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X.ToString("0.#", CultureInfo.InvariantCulture));
        builder.AddAttribute(2, "y", Y.ToString("0.#", CultureInfo.InvariantCulture));
        builder.AddAttribute(3, "class", Look);
        builder.AddContent(4, Words);
        builder.CloseElement();
    }
}
