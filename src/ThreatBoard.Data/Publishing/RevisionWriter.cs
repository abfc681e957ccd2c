using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ThreatBoard.Data.Door;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Data.Publishing;

/// <summary>Stores the content of exactly one journal number as the next revision, in the door's transaction.</summary>
internal static class RevisionWriter
{
    private const string Insert = """
        INSERT INTO revision (model_id, number, sequence, author, at, message, content, layout, record, content_digest, layout_digest, record_digest, content_hash, previous_hash, hash, shape)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        """;

    /// <returns>The revision's number.</returns>
    public static async Task<int> AppendAsync(NpgsqlBatch batch, LockedModel model, ModelContent content, string message, DateTimeOffset at, CancellationToken cancel)
    {
        var last = await model.Db.Revisions.Where(r => r.ModelId == model.Access.ModelId).OrderByDescending(r => r.Number)
            .Select(r => new { r.Number, r.Hash }).FirstOrDefaultAsync(cancel);
        var header = new RevisionHeader((last?.Number ?? 0) + 1, model.Number, model.Access.Person.Name, at, message);
        batch.BatchCommands.Add(ToCommand(Row(model.Access.ModelId, header, last?.Hash ?? [], content)));
        return header.Number;
    }

    private static RevisionRow Row(Guid model, RevisionHeader header, byte[] previous, ModelContent content)
    {
        var (main, layout) = (RevisionPart.Write(content, ModelPart.Content), RevisionPart.Write(content, ModelPart.Layout));
        // Comments go on after a revision is published; they are no part of it.
        var record = RevisionPart.Write(content, ModelPart.Record, shape => shape.EntityType != typeof(Comment));
        var digests = new[] { main, layout, record }.Select(SHA256.HashData).ToArray();
        return new()
        {
            ModelId = model,
            Number = header.Number,
            Sequence = header.Sequence,
            Author = header.Author,
            At = header.At,
            Message = header.Message,
            Content = main,
            Layout = layout,
            Record = record,
            ContentDigest = digests[0],
            LayoutDigest = digests[1],
            RecordDigest = digests[2],
            ContentHash = Domain.Revisions.ContentHash.Of(content),
            PreviousHash = previous,
            Hash = RevisionHash.Of(previous, header, digests),
            Shape = ModelJson.ShapeNumber,
        };
    }

    private static NpgsqlBatchCommand ToCommand(RevisionRow row)
    {
        var command = new NpgsqlBatchCommand(Insert);
        ReadOnlySpan<object> values =
        [
            row.ModelId, row.Number, row.Sequence, row.Author, row.At, row.Message, row.Content, row.Layout, row.Record,
            row.ContentDigest, row.LayoutDigest, row.RecordDigest, row.ContentHash, row.PreviousHash, row.Hash, row.Shape,
        ];
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
