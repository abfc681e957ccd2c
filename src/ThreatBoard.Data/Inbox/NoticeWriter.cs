using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace ThreatBoard.Data.Inbox;

/// <summary>Adds notices; one that is there already stays as it is.</summary>
internal static class NoticeWriter
{
    private const string Insert = """
        INSERT INTO notice (id, person_id, model_id, kind, key, subject_kind, subject_id, revision, title, by, words, due, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT (person_id, model_id, key) DO NOTHING RETURNING person_id
        """;

    /// <returns>Whose inbox has a new one.</returns>
    public static async Task<IReadOnlyList<Guid>> AddAsync(ThreatBoardDb db, IReadOnlyCollection<Notice> notices, CancellationToken cancel)
    {
        if (notices.Count == 0) return [];
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        foreach (var notice in notices) batch.BatchCommands.Add(ToCommand(notice));
        var told = new List<Guid>();
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        do
        {
            while (await reader.ReadAsync(cancel)) told.Add(reader.GetGuid(0));
        }
        while (await reader.NextResultAsync(cancel));
        return told;
    }

    private static NpgsqlBatchCommand ToCommand(Notice notice)
    {
        var command = new NpgsqlBatchCommand(Insert);
        foreach (var value in new object[] { notice.Id, notice.PersonId, notice.ModelId, notice.Kind.ToString(), notice.Key, notice.Subject.Kind, notice.Subject.Id })
            command.Parameters.Add(new() { Value = value });
        command.Parameters.Add(new() { Value = (object?)notice.Revision ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        foreach (var value in new object[] { notice.Title, notice.By, notice.Words }) command.Parameters.Add(new() { Value = value });
        command.Parameters.Add(new() { Value = (object?)notice.Due ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = notice.At });
        return command;
    }
}
