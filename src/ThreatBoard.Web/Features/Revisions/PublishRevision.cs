using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>Stores the model as it is as its next revision.</summary>
public sealed class PublishRevision(ModelStore store, TimeProvider clock)
{
    /// <returns>The new revision's number, or why there is none.</returns>
    public async Task<(int? Number, string? Problem)> RunAsync(ModelAccess access, string message, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(message)) return (null, "Say what this revision is about: the next reader will ask.");
        return await store.ApplyAsync(access, new Intent.Publish(message.Trim()), OperationId.New(clock), cancel) switch
        {
            Outcome.Applied applied => (applied.Revision, null),
            Outcome.Refused refused => (null, string.Join(" ", refused.Violations.Select(violation => violation.Message))),
            _ => (null, "The revision was not published."),
        };
    }
}
