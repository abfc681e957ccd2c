using System.Collections.Immutable;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Workflow;

namespace ThreatBoard.Domain.Iterations;

/// <summary>Whether a revision may be published: where the workspace asks for it, a reviewer has approved exactly this content.</summary>
public static class ApprovalGuard
{
    public static ImmutableArray<Blocker> Of(StepGround ground) => Of(ground.Content, ground.Rules);

    public static ImmutableArray<Blocker> Of(ModelContent content, WorkingRules rules)
    {
        if (!rules.AsksApproval) return [];
        var digest = DigestOf(content);
        return content.All<Approval>().Any(approval => approval.State is ApprovalState.Given && approval.Digest == digest)
            ? []
            : [new(BlockerKind.NotApproved, EntityRef.WholeModel, null, "No reviewer has approved what the model says now: ask for an approval.", digest)];
    }

    /// <summary>What an approval is about.</summary>
    public static string DigestOf(ModelContent content) => content.Shared(static known => new Digested(Convert.ToHexStringLower(ContentHash.Of(known)))).Digest;

    private sealed record Digested(string Digest);
}
