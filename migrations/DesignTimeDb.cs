using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using ThreatBoard.Data;
using ThreatBoard.Data.Mapping;

namespace ThreatBoard.Migrations;

/// <summary>Lets <c>dotnet ef migrations add</c> make a context; it never connects.</summary>
public sealed class DesignTimeDb : IDesignTimeDbContextFactory<ThreatBoardDb>
{
    public ThreatBoardDb CreateDbContext(string[] args) =>
        new((DbContextOptions<ThreatBoardDb>)new DbContextOptionsBuilder<ThreatBoardDb>().UseThreatBoard(NpgsqlDataSource.Create("Host=localhost")).Options);
}
