using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Layout;

namespace ThreatBoard.Web.Tests.Details;

/// <summary>Renders one section of a panel before a door without a database, and shows it again after each edit.</summary>
public abstract class PanelContext : BunitContext
{
    private protected PanelContext(ModelContent content)
    {
        Door = new(content);
        Services.AddSingleton<TimeProvider>(new TestClock());
        Services.AddScoped<AddressBar>();
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    private protected DetailDoor Door { get; }

    private protected T Saved<T>(T entity)
        where T : class, IEntity<T> => Door.Content.Find<T>(entity.Key)!;

    private protected IRenderedComponent<TSection> Within<T, TSection>(T entity, Action<ComponentParameterCollectionBuilder<TSection>> parameters)
        where T : class, IEntity<T>
        where TSection : IComponent =>
        Render<TSection>(set =>
        {
            set.AddCascadingValue(Door.ScopeOf(Saved(entity)));
            parameters(set);
        });

    private protected static IElement Button<TSection>(IRenderedComponent<TSection> section, string words)
        where TSection : IComponent => section.FindAll("button").First(button => button.TextContent.Trim() == words);

    private protected static IElement Box<TSection>(IRenderedComponent<TSection> section, string label)
        where TSection : IComponent => section.FindAll("label").First(box => box.TextContent.Contains(label, StringComparison.Ordinal)).QuerySelector("textarea, input, select")!;
}
