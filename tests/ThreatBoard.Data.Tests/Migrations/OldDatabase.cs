using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Data.Mapping;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Data.Tests.Migrations;

/// <summary>A database as the first migration left it, with one model whose documents have shape 1, written by SQL alone.</summary>
internal sealed class OldDatabase(NpgsqlDataSource source)
{
    public static readonly Guid Model = Guid.Parse("01990000-0000-7000-8000-00000000000a");
    public static readonly Guid Owned = Guid.Parse("01990000-0000-7000-8000-00000000000b");
    public static readonly Guid Unowned = Guid.Parse("01990000-0000-7000-8000-00000000000c");
    public static readonly Guid Mitigation = Guid.Parse("01990000-0000-7000-8000-00000000000d");

    private static readonly Guid s_workspace = Guid.Parse("00000000-0000-7000-8000-000000000002");
    private static readonly DateTimeOffset s_at = new(2026, 10, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly string[] s_emptyParts = ["""{"shape":1}"""];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task FillAsync(string owner, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(owner);
        var options = new DbContextOptionsBuilder<ThreatBoardDb>();
        options.UseThreatBoard(source);
        await using (var db = new ThreatBoardDb(options.Options)) await db.GetService<IMigrator>().MigrateAsync("First", cancel);
        await new OldDatabase(source).FillAsync();
    }

    private static string Threat(Guid id, string? owner) =>
        $$"""{"id":"{{id}}","cameFrom":"Workshop",{{(owner is null ? "" : $"\"owner\":\"{owner}\",")}}"title":"leak"}""";

    private async Task FillAsync()
    {
        await RunAsync("INSERT INTO workspace (id, name, created_at) VALUES ($1, 'Workspace', now())", s_workspace);
        await RunAsync("INSERT INTO person (id, name, created_at) VALUES ($1, 'You', now())", Database.LocalPerson);
        await RunAsync("INSERT INTO membership (workspace_id, person_id, role) VALUES ($1, $2, 'Owner')", s_workspace, Database.LocalPerson);
        await RunAsync(
            "INSERT INTO model (id, workspace_id, name, description, tags, sequence, created_at, updated_at) VALUES ($1, $2, 'Old', '', '{}', 3, now(), now())", Model, s_workspace);
        foreach (var (id, owner) in new[] { (Owned, "Grace"), (Unowned, "") })
        {
            await RunAsync(
                """
                INSERT INTO threat (model_id, id, version, title, description, category, subject_ref_kind, subject_ref_id, subject_is_gone, subject_was, came_from,
                  verdict_answer, verdict_because, evidence, treatment_kind, treatment_reason, owner, tags, status, residual_score)
                SELECT $1, $2, 2, 'leak', '', 'Spoofing', $4, $5, false, '', 'Workshop', $6, $7, '[]', 'Undecided', '', $3, '{}', 'Open', 0
                """,
                Model, id, owner, EntityRef.WholeModel.Kind, EntityRef.WholeModel.Id, Verdict.None.Answer.ToString(), Verdict.None.Because);
        }

        await RunAsync(
            "INSERT INTO mitigation (model_id, id, version, title, description, status, owner, ticket, tags) VALUES ($1, $2, 1, 'encrypt', '', 'Proposed', 'Ada', '', '{}')", Model, Mitigation);
        await JournalAsync();
    }

    private async Task JournalAsync()
    {
        var mitigation = $$"""{"id":"{{Mitigation}}","owner":"Ada","title":"encrypt"}""";
        var first = await EntryAsync(1, [], EntryKind.Edit, [Row("threat", Owned, null, Threat(Owned, "Ada")), Row("threat", Unowned, null, Threat(Unowned, owner: null)), Row("mitigation", Mitigation, null, mitigation)]);
        var second = await EntryAsync(2, first, EntryKind.Edit, [Row("threat", Owned, """{"owner":"Ada"}""", """{"owner":"Grace"}""")]);
        await EntryAsync(3, second, EntryKind.Publish, []);
        await RevisionAsync($$"""{"shape":1,"mitigation":[{{mitigation}}],"threat":[{{Threat(Owned, "Grace")}},{{Threat(Unowned, owner: null)}}]}""");
    }

    private static ChangeJson Row(string kind, Guid id, string? before, string? after) =>
        new(new EntityRef(kind, id), before is null ? null : Encoding.UTF8.GetBytes(before), after is null ? null : Encoding.UTF8.GetBytes(after), Shape: 1);

    private async Task<byte[]> EntryAsync(long number, byte[] previous, EntryKind kind, ChangeJson[] body)
    {
        var entry = new JournalEntryRow
        {
            ModelId = Model, Number = number, Operation = Guid.CreateVersion7(s_at), OperationDigest = [1], Kind = kind, By = Setter.Person, AuthorId = Database.LocalPerson,
            Author = "You", At = s_at, Reason = "", Summary = "old", Changes = body.Length, BodyDigest = JournalChain.DigestOf(body), Hash = [],
        };
        var hash = JournalChain.HashOf(previous, entry);
        await RunAsync(
            """
            INSERT INTO journal_entry (model_id, number, operation, operation_digest, kind, by, author_id, author, at, reason, summary, changes, body_digest, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """,
            Model, number, entry.Operation, entry.OperationDigest, kind.ToString(), "Person", Database.LocalPerson, "You", s_at, "", "old", body.Length, entry.BodyDigest, hash);
        foreach (var (place, row) in body.Index())
        {
            await RunAsync(
                "INSERT INTO journal_change (model_id, number, ordinal, entity_kind, entity_id, before, after, shape) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)",
                Model, number, place, row.Entity.Kind, row.Entity.Id, row.Before, row.After);
        }

        return hash;
    }

    private async Task RevisionAsync(string content)
    {
        var parts = s_emptyParts.Concat(s_emptyParts).Prepend(content).Select(Compressed).ToArray();
        var digests = parts.Select(SHA256.HashData).ToArray();
        var hash = RevisionHash.Of([], new(1, 3, "You", s_at, "Before accounts"), digests);
        await RunAsync(
            """
            INSERT INTO revision (model_id, number, sequence, author, at, message, content, layout, record, content_digest, layout_digest, record_digest, content_hash, previous_hash, hash, shape)
            VALUES ($1, 1, 3, 'You', $2, 'Before accounts', $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)
            """,
            Model, s_at, parts[0], parts[1], parts[2], digests[0], digests[1], digests[2], SHA256.HashData(Encoding.UTF8.GetBytes(content)), Array.Empty<byte>(), hash);
    }

    private static byte[] Compressed(string json)
    {
        using var stored = new MemoryStream();
        using (var brotli = new BrotliStream(stored, CompressionLevel.Fastest)) brotli.Write(Encoding.UTF8.GetBytes(json));
        return stored.ToArray();
    }

    private async Task RunAsync(string sql, params object?[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(value is null ? new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea } : new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
