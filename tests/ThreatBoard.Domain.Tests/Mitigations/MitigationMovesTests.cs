using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Mitigations;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Domain.Tests.Mitigations;

public sealed class MitigationMovesTests
{
    private static readonly Signature s_ada = new(new Guid(1, 0, 0, new byte[8]), "Ada", DateTimeOffset.UnixEpoch);
    private static readonly Signature s_grace = new(new Guid(2, 0, 0, new byte[8]), "Grace", DateTimeOffset.UnixEpoch);
    private static readonly Mitigation s_planned = new() { Id = new(new Guid(3, 0, 0, new byte[8])), Title = "encrypt", Status = MitigationStatus.Planned };

    [Fact]
    public void Only_what_is_implemented_is_verified()
    {
        Assert.NotNull(Move(s_planned, MitigationStatus.Verified, s_ada).Problem);
        Assert.NotNull(MitigationMoves.Settle(Change.Add(s_planned with { Status = MitigationStatus.Verified }), s_ada, verifierDiffers: false).Problem);
        Assert.Null(Move(Implemented(s_ada), MitigationStatus.Verified, s_ada).Problem);
    }

    [Fact]
    public void Where_the_workspace_says_so_somebody_else_verifies()
    {
        Assert.NotNull(Move(Implemented(s_ada), MitigationStatus.Verified, s_ada, verifierDiffers: true).Problem);
        var (signed, problem) = Move(Implemented(s_ada), MitigationStatus.Verified, s_grace, verifierDiffers: true);
        Assert.Equal((null, s_ada, s_grace), (problem, signed.After!.Implemented, signed.After.Verified));
    }

    [Fact]
    public void What_falls_back_loses_its_signatures()
    {
        var verified = Move(Implemented(s_ada), MitigationStatus.Verified, s_grace).Signed.After!;
        var reopened = Move(verified, MitigationStatus.InProgress, s_ada).Signed.After!;
        Assert.Equal((null, null), (reopened.Implemented, reopened.Verified));
        Assert.Equal((s_ada, null), (Move(verified, MitigationStatus.Implemented, s_ada).Signed.After!.Implemented, Move(verified, MitigationStatus.Implemented, s_ada).Signed.After!.Verified));
    }

    [Theory]
    [InlineData(MitigationStatus.Proposed, MitigationStatus.Planned, true)]
    [InlineData(MitigationStatus.Proposed, MitigationStatus.Implemented, true)]
    [InlineData(MitigationStatus.InProgress, MitigationStatus.Verified, false)]
    [InlineData(MitigationStatus.Verified, MitigationStatus.InProgress, true)]
    public void Moves_are_legal_or_not(MitigationStatus from, MitigationStatus to, bool legal) => Assert.Equal(legal, MitigationMoves.IsLegal(from, to));

    private static Mitigation Implemented(Signature by) => Move(s_planned, MitigationStatus.Implemented, by).Signed.After!;

    private static (Change<Mitigation> Signed, string? Problem) Move(Mitigation was, MitigationStatus to, Signature by, bool verifierDiffers = false) =>
        MitigationMoves.Settle(Change.Of(was, was with { Status = to }), by, verifierDiffers);
}
