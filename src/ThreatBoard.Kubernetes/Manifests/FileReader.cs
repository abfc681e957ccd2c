using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>Reads one file, document after document; a broken one is reported and the next is read.</summary>
internal sealed class FileReader(ReadingCollector collector, ObjectReader objects)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Regex BlankLine = new(@"(?m)^[ \t]+$", RegexOptions.NonBacktracking);
    private readonly StringPool _pool = new();
    private string _file = "";
    private int _document;
    private bool _helmReported;

    public void Read(string file, ReadOnlyMemory<byte> content)
    {
        if (collector.Choices.LeavesOut(file)) return;
        (_file, _document, _helmReported) = (file, 0, false);
        collector.AddFile(file);
        foreach (var segment in DocumentSplitter.Split(WithoutMark(content)))
        {
            ReadSegment(segment);
            if (collector.Meter.Exhausted is not null) return;
        }
        if (_document == 0) Report(ProblemSeverity.Note, 0, "The file holds no document.", "");
    }

    /// <summary>UTF-16 (what PowerShell's redirection writes) becomes UTF-8; a byte order mark goes.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> content) => content.Span switch
    {
        [0xEF, 0xBB, 0xBF, ..] => content[3..],
        [0xFF, 0xFE, ..] => Encoding.Convert(Encoding.Unicode, Encoding.UTF8, content[2..].ToArray()),
        [0xFE, 0xFF, ..] => Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, content[2..].ToArray()),
        _ => content,
    };

    private void ReadSegment(DocumentSplitter.Segment segment)
    {
        if (!collector.Meter.TakeDocument()) return;
        _document++;
        var bytes = segment.Bytes.Span;
        if (bytes.IndexOf((byte)0) is >= 0 and var nul)
        {
            Report(ProblemSeverity.Refused, LineAt(segment, nul), "Holds NUL bytes: this is binary, not text.", "Import the manifest itself, not an archive or image.");
            return;
        }
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            Report(ProblemSeverity.Refused, LineAt(segment, Math.Max(broken.Index, 0)), "Not UTF-8 text.", "Save the file as UTF-8.");
            return;
        }
        Parse(text, segment.Line);
    }

    private static int LineAt(DocumentSplitter.Segment segment, int at) => segment.Line + segment.Bytes.Span[..at].Count((byte)'\n');

    private void Parse(string text, int firstLine)
    {
        var fault = TryParse(text, firstLine, out var found);
        // YamlDotNet refuses a literal block whose first line is blank but indented further, which YAML and Go allow.
        if (fault is { IsSyntax: true } && found == 0 && BlankLine.Replace(text, "") is var trimmed && trimmed.Length < text.Length)
            fault = TryParse(trimmed, firstLine, out found);
        _document += Math.Max(found - 1, 0);
        if (fault is not null) GiveUp(text, firstLine, fault);
    }

    private DocumentFault? TryParse(string text, int firstLine, out int found)
    {
        found = 0;
        var builder = new TreeBuilder(collector.Meter, _pool, firstLine - 1, (line, message, remedy) => Report(ProblemSeverity.Warning, line, message, remedy));
        try
        {
            var parser = new Parser(new StringReader(text));
            while (builder.TryBuild(parser, out var root)) objects.Read(root, _file, _document + found++);
            return builder.Fault;
        }
        catch (YamlException broken)
        {
            return Syntax((int)broken.Start.Line + firstLine - 1, $"Not readable as YAML: {broken.Message}");
        }
        catch (InvalidOperationException)
        {
            // What YamlDotNet's scanner throws when a key turns up where no key may be.
            return Syntax(firstLine, "Not readable as YAML: a key stands where none may be.");
        }
        catch (ArgumentException)
        {
            // What YamlDotNet throws for a tag that is no URI.
            return Syntax(firstLine, "Not readable as YAML: a tag or an anchor is malformed.");
        }
    }

    private static DocumentFault Syntax(int line, string message) =>
        new(line, message, "Correct the document; the others were read.") { IsSyntax = true };

    private void GiveUp(string text, int firstLine, DocumentFault fault)
    {
        if (collector.Meter.Exhausted is not null) return;
        var template = text.IndexOf("{{", StringComparison.Ordinal);
        if (template < 0)
        {
            Report(ProblemSeverity.Refused, fault.Line, fault.Message, fault.Remedy);
            return;
        }
        if (_helmReported) return;
        _helmReported = true;
        var line = firstLine + text.AsSpan(0, template).Count('\n');
        Report(ProblemSeverity.Refused, line, HelmTemplate.Message, HelmTemplate.Remedy);
    }

    private void Report(ProblemSeverity severity, int line, string message, string remedy) =>
        collector.Report(new(severity, _file, _document, line, message, remedy));
}
