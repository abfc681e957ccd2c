using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using ThreatBoard.Kubernetes.Manifests;
using ThreatBoard.Web.Importing;

namespace ThreatBoard.Web.Api;

/// <summary>What the address of an import request says besides the model.</summary>
public sealed record ImportQuery
{
    [FromQuery(Name = "source"), Description("The repository or service that the manifests come from; the same name again proposes what differs from last time.")]
    public string? Source { get; init; }

    [FromQuery(Name = "cluster"), Description("The cluster that they are applied to.")]
    public string? Cluster { get; init; }

    [FromQuery(Name = "environment"), Description("Such as production.")]
    public string? Environment { get; init; }

    [FromQuery(Name = "namespace"), Description("Where objects go that name no namespace, as kubectl -n would say; 'default' when left out.")]
    public string? Namespace { get; init; }

    [FromQuery(Name = "prefer"), Description("A file whose version counts where several define the same object; may be repeated, the first before the next.")]
    public string[]? Prefer { get; init; }

    [FromQuery(Name = "leaveOut"), Description("A file that is not read; may be repeated.")]
    public string[]? LeaveOut { get; init; }

    internal SourceText Text => new(Source?.Trim() ?? "", Cluster?.Trim() ?? "", Environment?.Trim() ?? "");

    internal ReadingChoices Choices => new() { Namespace = Namespace?.Trim(), Prefer = [.. Prefer ?? []], LeaveOut = [.. LeaveOut ?? []] };
}
