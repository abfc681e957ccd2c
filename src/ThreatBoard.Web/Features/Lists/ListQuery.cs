namespace ThreatBoard.Web.Features.Lists;

/// <summary>What a list's file is asked for: a revision, or the model as it is now, and what stands in the address of the list.</summary>
public sealed record ListQuery(int? Revision, string? Q, string? Sort, string? Show)
{
    public bool IsWhole => Q is null && Sort is null && Show is null;
}
