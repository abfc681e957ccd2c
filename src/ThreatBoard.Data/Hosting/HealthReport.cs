using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Hosting;

/// <summary>How an installation and its database are, for those who look after it.</summary>
/// <param name="PostgresVersion">As the server gives it.</param>
/// <param name="Migrations">How many were applied.</param>
/// <param name="LastMigration">The name of the last.</param>
/// <param name="PendingMigrations">Those that this program knows and the database has not.</param>
/// <param name="RolesAreSeparated">Whether the application's login can neither alter the schema nor history.</param>
/// <param name="UnsafeSettings">Settings of the server under which an acknowledged change can be lost, such as <c>fsync = off</c>.</param>
/// <param name="Size">Of the database, in bytes.</param>
public sealed record HealthReport(
    Installation Installation, string PostgresVersion, int Migrations, string LastMigration, int PendingMigrations, bool RolesAreSeparated, IReadOnlyList<string> UnsafeSettings, long Size);
