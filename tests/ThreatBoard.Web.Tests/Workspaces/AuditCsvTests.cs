using ThreatBoard.Data.Auditing;
using ThreatBoard.Web.Features.Workspaces;

namespace ThreatBoard.Web.Tests.Workspaces;

public sealed class AuditCsvTests
{
    [Fact]
    public void A_line_has_as_many_cells_as_the_header()
    {
        var row = new AuditRow { Number = 7, At = DateTimeOffset.UnixEpoch, Kind = AuditKind.SignedIn, Person = "=HYPERLINK(1)", Address = "::1", Detail = "{}", Hash = [1, 2] };
        Assert.Equal("\"7\",\"1970-01-01T00:00:00.0000000Z\",\"sign-in.accepted\",\"'=HYPERLINK(1)\",\"\",\"\",\"::1\",\"{}\",\"0102\"\r\n", AuditCsv.Line(row));
        Assert.Equal(AuditCsv.Header.Split(',').Length, AuditCsv.Line(row).Split("\",\"").Length);
    }

    [Theory]
    [InlineData("?kind=member.removed&person=Ann%20B&from=2026-03-14&to=2026-03-15&before=9", "member.removed", "Ann B", "2026-03-14", "2026-03-15", 9L)]
    [InlineData("", null, null, null, null, null)]
    public void A_filter_stands_in_the_address(string query, string? kind, string? person, string? from, string? to, long? before) =>
        Assert.Equal(query, AuditQuery.Write(AuditQuery.Read(kind, person, from, to, before)));

    [Fact]
    public void What_cannot_be_read_filters_nothing() => Assert.Equal(new AuditFilter(), AuditQuery.Read(" ", "", "yesterday", "2026-99-99"));

    [Fact]
    public void Every_kind_has_words() => Assert.DoesNotContain(AuditKind.All, kind => AuditWords.Kind(kind) == kind);
}
