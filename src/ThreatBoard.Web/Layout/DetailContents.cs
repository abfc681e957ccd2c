using Microsoft.AspNetCore.Components;

namespace ThreatBoard.Web.Layout;

/// <summary>Which component shows an item of a kind in the detail panel; features add theirs when the host is composed.</summary>
/// <remarks>A content has the parameters <c>Guid Model</c> and <c>Guid Id</c>.</remarks>
public sealed record DetailContent(string Kind, string Title, Type Component);

/// <summary>Registers what the detail panel can show.</summary>
public static class DetailContents
{
    public static IServiceCollection AddDetail<TComponent>(this IServiceCollection services, string kind, string title)
        where TComponent : IComponent => services.AddSingleton(new DetailContent(kind, title, typeof(TComponent)));
}
