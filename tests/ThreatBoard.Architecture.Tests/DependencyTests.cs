using System.Reflection;
using ThreatBoard.Architecture.Tests.Checks;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests;

public sealed class DependencyTests
{
    private static readonly string[] s_products = ["ThreatBoard.Domain", "ThreatBoard.Kubernetes", "ThreatBoard.Data", "ThreatBoard.Migrations", "ThreatBoard.Web"];

    [Fact]
    public void Projects_refer_only_to_what_lies_below_them() => Offenders.AreNone(Dependencies.InProjects(Repository.Projects));

    [Fact]
    public void Assemblies_use_only_what_lies_below_them() => Offenders.AreNone(
        s_products.SelectMany(name => Dependencies.InAssembly(name, Assembly.Load(name).GetReferencedAssemblies())));

    [Fact]
    public void Pages_do_not_know_the_database_driver() => Offenders.AreNone(Dependencies.DriverInPages(Repository.Code));

    [Fact]
    public void A_page_that_knows_the_driver_is_named_and_the_host_is_not()
    {
        Offenders.Names(Dependencies.DriverInPages([Offenders.Sample("src/ThreatBoard.Web/Features/Models/Query.cs", "using Npgsql;")]), "Query.cs");
        Assert.Empty(Dependencies.DriverInPages([Offenders.Sample("src/ThreatBoard.Web/Hosting/DatabaseCheck.cs", "using Npgsql;")]));
    }

    [Theory]
    [InlineData("ThreatBoard.Domain", "<PackageReference Include=\"Npgsql\" />", "Npgsql")]
    [InlineData("ThreatBoard.Domain", "<ProjectReference Include=\"../ThreatBoard.Data/ThreatBoard.Data.csproj\" />", "ThreatBoard.Data")]
    [InlineData("ThreatBoard.Data", "<ProjectReference Include=\"..\\ThreatBoard.Kubernetes\\ThreatBoard.Kubernetes.csproj\" />", "ThreatBoard.Kubernetes")]
    [InlineData("ThreatBoard.Web", "<PackageReference Include=\"MediatR\" />", "MediatR")]
    [InlineData("ThreatBoard.Extra", "", "give ThreatBoard.Extra a place")]
    public void A_project_that_refers_upward_is_named(string project, string item, string word) => Offenders.Names(
        Dependencies.InProjects([Offenders.Sample($"src/{project}/{project}.csproj", $"<Project><ItemGroup>{item}</ItemGroup></Project>")]), word);

    [Theory]
    [InlineData("ThreatBoard.Domain", "YamlDotNet")]
    [InlineData("ThreatBoard.Domain", "Microsoft.Extensions.Logging.Abstractions")]
    [InlineData("ThreatBoard.Data", "ThreatBoard.Kubernetes")]
    [InlineData("ThreatBoard.Kubernetes", "Microsoft.EntityFrameworkCore")]
    public void An_assembly_that_uses_what_is_not_below_it_is_named(string name, string reference) =>
        Offenders.Names(Dependencies.InAssembly(name, [new AssemblyName(reference)]), reference);
}
