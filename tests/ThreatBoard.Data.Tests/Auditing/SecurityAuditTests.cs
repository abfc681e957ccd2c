using Npgsql;
using ThreatBoard.Data.Auditing;

namespace ThreatBoard.Data.Tests.Auditing;

public sealed class SecurityAuditTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SecurityAudit Audit => database.Get<SecurityAudit>();

    [Fact]
    public async Task Lines_that_are_written_at_once_are_numbered_without_gaps_and_chained()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Audit.AppendAsync(new(AuditKind.SignedIn, Database.LocalPerson, Address: "::1"), Cancel)));
        Assert.Null(await Audit.VerifyAsync(Cancel));
    }

    [Fact]
    [Trait("Matrix", "D23")]
    public async Task An_altered_line_is_found()
    {
        await Audit.AppendAsync(new(AuditKind.RoleChanged, Database.LocalPerson) { Detail = new Dictionary<string, string>(StringComparer.Ordinal) { ["role"] = "Viewer" } }, Cancel);
        await database.TamperAsync("UPDATE security_audit SET person = 'Nobody' WHERE number = 1");
        Assert.Equal("Line 1 of the security audit is not what was written.", await Audit.VerifyAsync(Cancel));
        await database.TamperAsync("UPDATE security_audit SET person = 'You' WHERE number = 1");
    }

    [Theory]
    [Trait("Matrix", "D23")]
    [InlineData("UPDATE security_audit SET kind = 'x'")]
    [InlineData("DELETE FROM security_audit")]
    [InlineData("TRUNCATE security_audit")]
    public async Task Nobody_can_rewrite_it(string sql)
    {
        await Audit.AppendAsync(new(AuditKind.SignedIn, Database.LocalPerson), Cancel);
        await using var application = await database.Get<NpgsqlDataSource>().OpenConnectionAsync(Cancel);
        await using var asApplication = new NpgsqlCommand(sql, application);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => asApplication.ExecuteNonQueryAsync(Cancel))).SqlState);
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var asOwner = source.CreateCommand(sql);
        Assert.Contains("written once", (await Assert.ThrowsAsync<PostgresException>(() => asOwner.ExecuteNonQueryAsync(Cancel))).MessageText, StringComparison.Ordinal);
    }
}
