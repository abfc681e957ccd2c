namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Cuts a file at its <c>---</c> lines, so that one broken document does not take the others with it.</summary>
internal static class DocumentSplitter
{
    /// <summary>A document's bytes, its own <c>---</c> line included, and the 1-based line it starts on.</summary>
    public readonly record struct Segment(ReadOnlyMemory<byte> Bytes, int Line);

    public static IEnumerable<Segment> Split(ReadOnlyMemory<byte> file)
    {
        var (start, line) = (0, 1);
        while (start < file.Length)
        {
            var end = NextStart(file.Span, start);
            var segment = file[start..end];
            if (!IsBlank(segment.Span)) yield return new(segment, line);
            line += segment.Span.Count((byte)'\n');
            start = end;
        }
    }

    private static int NextStart(ReadOnlySpan<byte> file, int from)
    {
        var at = from;
        while (file[at..].IndexOf("\n---"u8) is >= 0 and var found)
        {
            at += found + 1;
            var after = at + 3;
            if (after >= file.Length || file[after] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') return at;
        }
        return file.Length;
    }

    /// <summary>Only blank lines, comments, directives and document marks.</summary>
    private static bool IsBlank(ReadOnlySpan<byte> segment)
    {
        foreach (var range in segment.Split((byte)'\n'))
        {
            var line = segment[range].Trim(" \t\r"u8);
            if (line.IsEmpty || line[0] is (byte)'#' or (byte)'%' || line.SequenceEqual("---"u8) || line.SequenceEqual("..."u8)) continue;
            return false;
        }
        return true;
    }
}
