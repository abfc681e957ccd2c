using System.Net;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Web.Tests.Circuits;

namespace ThreatBoard.Web.Tests.Lists;

/// <summary>Whatever leaves as a file is a line of the security audit.</summary>
public sealed class ToldExportsTests(CircuitHost host) : IClassFixture<CircuitHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("export/threats.csv", "threats.csv")]
    [InlineData("revisions/0..now/export.json", "comparison-0-now.json")]
    public async Task A_file_of_a_model_is_told_with_who_took_it(string path, string name)
    {
        var model = await host.SampleAsync();
        var (person, web) = await host.MemberAsync(model, "Takes files along", Role.Viewer);
        using var answer = await web.Http.GetAsync($"/models/{model.ModelId}/{path}", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var owner = await host.Get<Access>().ForWorkspaceAsync(Caller.OfProcess(Data.Database.LocalPerson), model.WorkspaceId, Right.Administer, Cancel);
        var told = (await host.Get<SecurityAudit>().ListAsync(owner!, new AuditFilter(AuditKind.Exported), Cancel)).Where(row => row.PersonId == person);
        Assert.Contains($"\"{name}\"", Assert.Single(told).Detail, StringComparison.Ordinal);
    }
}
