using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Testing;
using ThreatBoard.Web.Features.Mitigations;

namespace ThreatBoard.Web.Tests.Mitigations;

public sealed class MitigationBulkTests
{
    private static readonly Signature s_ada = new(Guid.Parse("01990000-0000-7000-8000-0000000000ad"), "Ada", DateTimeOffset.UnixEpoch);

    [Fact]
    public void What_may_move_moves_and_what_may_not_says_why()
    {
        var (planned, done, mine) = (At(MitigationStatus.Planned), At(MitigationStatus.Verified), At(MitigationStatus.Implemented) with { Implemented = s_ada });
        var preview = MitigationBulk.Of([planned, done, mine], MitigationStatus.Verified, s_ada, verifierDiffers: false);
        Assert.Equal((mine.Id, 1, planned.Id), (((Change<Mitigation>)Assert.Single(preview.Changes)).After!.Id, preview.Unchanged, Assert.Single(preview.Refused).Mitigation.Id));
        Assert.Empty(MitigationBulk.Of([mine], MitigationStatus.Verified, s_ada, verifierDiffers: true).Changes);
    }

    private static Mitigation At(MitigationStatus status) => Some.Mitigation() with { Status = status };
}
