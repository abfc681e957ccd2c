using System.Data;
using Npgsql;

namespace ThreatBoard.Data.Backup;

/// <summary>One transaction in which every value has one text form, whatever the server's settings are.</summary>
internal sealed class CopySession : IAsyncDisposable
{
    private const string Settings = """
        set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
        set local bytea_output = 'hex'; set local extra_float_digits = 3; set local client_min_messages = warning;
        """;

    private readonly NpgsqlTransaction _transaction;

    private CopySession(NpgsqlConnection connection, NpgsqlTransaction transaction) => (Connection, _transaction) = (connection, transaction);

    public NpgsqlConnection Connection { get; }

    public static async Task<CopySession> OpenAsync(NpgsqlDataSource database, string first, CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        var session = new CopySession(connection, await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel));
        await session.ExecuteAsync(first + Settings, cancel);
        return session;
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, Connection, _transaction);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Reads a table out, in the order that its digest depends on.</summary>
    public async Task<(long Rows, string Sha256)> ReadAsync(CatalogTable table, TextWriter to, CancellationToken cancel)
    {
        using var text = await Connection.BeginTextExportAsync(table.CopyOut, cancel);
        return await CopiedText.PassAsync(text, to, cancel);
    }

    /// <summary>Writes rows into a table.</summary>
    public async Task<(long Rows, string Sha256)> WriteAsync(CatalogTable table, TextReader from, CancellationToken cancel)
    {
        await using var text = await Connection.BeginTextImportAsync(table.CopyIn, cancel);
        return await CopiedText.PassAsync(from, text, cancel);
    }

    public Task CommitAsync(CancellationToken cancel) => _transaction.CommitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
