namespace ThreatBoard.Data.Backup;

/// <summary>A table as the catalog knows it.</summary>
/// <param name="Id">The catalog's number of the table.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its stored columns, generated ones left out.</param>
/// <param name="Order">An order of the rows that does not depend on the server's locale.</param>
/// <param name="HasTriggers">Whether somebody's triggers, not those of constraints, stand on it.</param>
public sealed record CatalogTable(uint Id, string Schema, string Name, IReadOnlyList<string> Columns, string Order, bool HasTriggers)
{
    public string Quoted => $"{Quote(Schema)}.{Quote(Name)}";

    public string QuotedColumns => string.Join(", ", Columns.Select(Quote));

    public string CopyOut => $"copy (select {QuotedColumns} from {Quoted} order by {Order}) to stdout";

    public string CopyIn => $"copy {Quoted} ({QuotedColumns}) from stdin";

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
