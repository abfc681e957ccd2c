using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web;

/// <summary>The document: style sheets of both themes, chosen by media, and the interactive page.</summary>
public sealed partial class App
{
    private Theme _theme = Theme.System;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    // No prerendering: a page would read everything twice, and nothing works before the circuit anyway. The style sheets have
    // already painted the background of the chosen theme, so nothing flashes. Login and error pages are static.
    private IComponentRenderMode? Mode =>
        Http.AcceptsInteractiveRouting() ? new InteractiveServerRenderMode(prerender: false) : null;

    protected override void OnInitialized() => _theme = Theme.Of(Http.Request.Cookies[Theme.Cookie]);
}
