using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Web.Comparing;
using ThreatBoard.Web.Hosting;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>Reads a comparison with its journal and answers with it as a file.</summary>
internal sealed class ComparisonExport(Access access, ComparisonQuery comparisons, Journal journal, SecurityAudit audit)
{
    public async Task<IResult> AnswerAsync(
        HttpContext http, Guid id, string range, string suffix, string type, Func<ComparedRevisions, IReadOnlyList<JournalEntryRow>, byte[]> write)
    {
        var cancel = http.RequestAborted;
        if (SessionClaims.CallerOf(http.User) is not { } caller || await access.ForAsync(caller, id, Right.Read, cancel) is not { } allowed) return Results.NotFound();
        try
        {
            if (RevisionRange.Parse(range) is not { } parsed || await comparisons.RunAsync(allowed, parsed, cancel) is not { } compared) return Results.NotFound();
            var entries = await journal.BetweenAsync(allowed, compared.Since, compared.Until, JournalTab.Most, cancel);
            http.Response.Headers.CacheControl = "no-store";
            var name = $"comparison-{parsed.ToString().Replace("..", "-", StringComparison.Ordinal)}.{suffix}";
            await audit.TellExportAsync(http, allowed, name, cancel);
            return Results.File(write(compared, entries), type, name);
        }
        catch (DamagedRevisionException damaged)
        {
            return Results.Problem(damaged.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
