using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests.Checks;

/// <summary>The file list is the glossary: one public type a file, in the namespace of its folder, named by a noun of the domain.</summary>
public static partial class Types
{
    /// <summary>A type of so few lines may stand beside the one that the file is about.</summary>
    public const int SmallType = 20;

    /// <summary>So many small ones may stand beside it; a generic twin of the same name does not count.</summary>
    public const int SmallTypesBeside = 4;

    private static readonly string[] s_empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Common", "Base", "Impl", "Misc"];

    public static IEnumerable<string> Crowded(IEnumerable<SourceFile> files) =>
        from file in files
        let types = Public(file).GroupBy(NameOf).Select(twins => twins.Max(SourceFile.LinesOf)).OrderDescending().ToList()
        where types.Skip(1).Any(lines => lines > SmallType) || types.Count > 1 + SmallTypesBeside
        select $"{file.Path} holds {types.Count} public types of {string.Join(", ", types)} lines: one, and up to {SmallTypesBeside} of at most {SmallType} lines beside it";

    public static IEnumerable<string> NamedForNothing(IEnumerable<SourceFile> files) =>
        from file in files
        from type in file.Syntax<MemberDeclarationSyntax>().Where(m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
        let empty = Words().Matches(NameOf(type)).Select(word => word.Value).Intersect(s_empty).FirstOrDefault()
        where empty is not null && NameOf(type) is not "Base32"
        select $"{file.At(type)} {NameOf(type)} says “{empty}”, not what it is";

    public static IEnumerable<string> InAnotherNamespace(IEnumerable<SourceFile> files) =>
        from file in files
        let spaces = file.Syntax<BaseNamespaceDeclarationSyntax>().ToList()
        from space in spaces
        where space is not FileScopedNamespaceDeclarationSyntax || space.Name.ToString() != NamespaceOf(file.Path)
        select $"{file.Path} has namespace {space.Name}, not {NamespaceOf(file.Path)};";

    private static string NamespaceOf(string path) => string.Join('.', path.Split('/')[1..^1]);

    private static IEnumerable<MemberDeclarationSyntax> Public(SourceFile file) =>
        file.Syntax<MemberDeclarationSyntax>()
            .Where(m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Where(m => m.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax)
            .Where(m => m.Modifiers.Any(SyntaxKind.PublicKeyword));

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is DelegateDeclarationSyntax named ? named.Identifier.Text : ((BaseTypeDeclarationSyntax)type).Identifier.Text;

    [GeneratedRegex("[A-Z][a-z]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Words();
}
