using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ThreatBoard.Architecture.Tests.Sources;

/// <summary>One text file of the repository, or a sample that stands for one.</summary>
/// <param name="Path">From the repository's root, with slashes.</param>
public sealed record SourceFile(string Path, string Text)
{
    private readonly Lazy<CompilationUnitSyntax> _root = new(() => CSharpSyntaxTree.ParseText(Text).GetCompilationUnitRoot());

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsRazor => Path.EndsWith(".razor", StringComparison.Ordinal);

    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    public int LineCount => Text.Length == 0 ? 0 : Text.AsSpan().Count('\n') + (Text[^1] == '\n' ? 0 : 1);

    public IEnumerable<T> Syntax<T>()
        where T : SyntaxNode => _root.Value.DescendantNodes().OfType<T>();

    /// <summary>Where a node stands, as <c>path:line</c>.</summary>
    public string At(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    /// <summary>Lines from a node's first token to its last, without the comments and attributes before it.</summary>
    public static int LinesOf(MemberDeclarationSyntax node)
    {
        var first = node.AttributeLists.Count == 0 ? node.GetFirstToken() : node.AttributeLists[^1].GetLastToken().GetNextToken();
        return Line(node.GetLastToken().Span) - Line(first.Span) + 1;

        int Line(TextSpan span) => node.SyntaxTree.GetLineSpan(span).EndLinePosition.Line;
    }
}
