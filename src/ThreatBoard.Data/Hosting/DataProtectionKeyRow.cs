namespace ThreatBoard.Data.Hosting;

/// <summary>A key of ASP.NET Core's Data Protection, shared by all processes.</summary>
public sealed record DataProtectionKeyRow
{
    public required Guid Id { get; init; }

    public required string FriendlyName { get; init; }

    public required string Xml { get; init; }
}
