using System.Security.Cryptography;
using System.Text;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Domain.Revisions;
using ThreatBoard.Domain.Serialization;

namespace ThreatBoard.Data.Door;

/// <summary>Tells whether an operation id comes again with the same intent.</summary>
internal static class IntentDigest
{
    /// <summary>SHA-256, 32 bytes.</summary>
    public static byte[] Of(Intent intent)
    {
        var (header, body) = intent switch
        {
            Intent.Edit edit => ($"edit\n{edit.By}\n{edit.WithClosure}\n{edit.Reason}{string.Concat(edit.Restoring.Select(entity => $"\nrestoring {entity}"))}", JournalChain.DigestOf(edit.Changes.Select(ChangeJson.Of))),
            Intent.Undo undo => ($"undo\n{undo.Number}\n{undo.WithClosure}\n{undo.Over}", []),
            Intent.Redo redo => ($"redo\n{redo.Number}\n{redo.WithClosure}\n{redo.Over}", []),
            Intent.Publish publish => ($"publish\n{publish.Message}", []),
            Intent.Take take => ($"step\n{take.Step}\n{string.Join('\n', take.Step.LooksAt)}", []),
            Intent.RestoreTo restore => ($"restore\n{restore.Reason}\n{restore.Seen}{string.Concat(restore.Only.Select(entity => $"\nonly {entity}"))}", ContentHash.Of(restore.Target)),
            _ => throw new ArgumentOutOfRangeException(nameof(intent)),
        };
        header += string.Concat(intent.Along.Select(entity => $"\nalong {entity}"));
        return SHA256.HashData([.. Encoding.UTF8.GetBytes(header), 0, .. body]);
    }
}
