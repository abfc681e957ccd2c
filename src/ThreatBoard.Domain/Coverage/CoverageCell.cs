using System.Collections.Immutable;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Coverage;

/// <summary>One question of the coverage: what of this category can happen to this component or flow?</summary>
public readonly record struct CoverageCell(EntityRef Subject, Stride Category);

/// <summary>Which categories of STRIDE are asked of what.</summary>
public static class CoverageAsked
{
    private static readonly ImmutableArray<Stride> s_process = [.. Enum.GetValues<Stride>()];

    private static readonly ImmutableArray<Stride> s_store =
        [Stride.Tampering, Stride.Repudiation, Stride.InformationDisclosure, Stride.DenialOfService];

    private static readonly ImmutableArray<Stride> s_flow = [Stride.Tampering, Stride.InformationDisclosure, Stride.DenialOfService];

    private static readonly ImmutableArray<Stride> s_external = [Stride.Spoofing, Stride.Repudiation];

    public static ImmutableArray<Stride> Of(Component component) => component.Kind switch
    {
        ComponentKind.Process => s_process,
        ComponentKind.DataStore => s_store,
        _ => s_external,
    };

    public static ImmutableArray<Stride> OfFlow() => s_flow;
}
