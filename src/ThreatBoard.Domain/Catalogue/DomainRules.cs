using System.Collections.Immutable;
using ThreatBoard.Domain.Analysis;
using ThreatBoard.Domain.Catalogue.Rules;

namespace ThreatBoard.Domain.Catalogue;

/// <summary>The rules that need no Kubernetes, in the order of their codes; the one place that names them all.</summary>
public static class DomainRules
{
    public static ImmutableArray<IThreatRule<ModelGraph>> All { get; } =
    [
        new RequiredControlMissing(),
        new UnmetEntryDemand(),
        new ComponentOutsideBoundaries(),
        new UnmonitoredProcess(),
        new RequiredControlMissingOnComponent(),
        new UnauthenticatedExternalEntity(),
        new CleartextAcrossBoundary(),
        new UnauthenticatedAcrossBoundary(),
        new UncheckedCertificate(),
        new TlsEndsBeforeReceiver(),
        new ExternalEntityIntoStore(),
        new TooPowerfulAccount(),
        new UnmonitoredSensitiveFlow(),
        new SensitiveAssetInClear(),
        new CredentialsInClear(),
        new RequiredControlMissingOnFlow(),
        new RestrictedAssetOutsideTrust(),
        new StoreReachedFromSeveralBoundaries(),
        new StoreSharedByTenants(),
    ];
}
