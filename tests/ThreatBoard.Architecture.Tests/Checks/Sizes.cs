using Microsoft.CodeAnalysis.CSharp.Syntax;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests.Checks;

/// <summary>The lengths at which the house stops: what is longer is two things.</summary>
public static class Sizes
{
    public const int CSharpFile = 250;
    public const int TestFile = 300;
    public const int RazorFile = 140;
    public const int Method = 40;

    public static IEnumerable<string> LongFiles(IEnumerable<SourceFile> files) =>
        from file in files
        let limit = file.IsRazor ? RazorFile : file.IsTest ? TestFile : CSharpFile
        where file.LineCount > limit
        select $"{file.Path} has {file.LineCount} lines, over {limit}";

    public static IEnumerable<string> LongMethods(IEnumerable<SourceFile> files) =>
        from file in files
        from method in Methods(file)
        let lines = SourceFile.LinesOf(method)
        where lines > Method
        select $"{file.At(method)} has a member of {lines} lines, over {Method}";

    /// <summary>Whatever holds statements: methods, constructors, operators, and properties with a body.</summary>
    private static IEnumerable<MemberDeclarationSyntax> Methods(SourceFile file) =>
        file.Syntax<MemberDeclarationSyntax>().Where(member =>
            member is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax { ExpressionBody: not null } or PropertyDeclarationSyntax { AccessorList: not null, Initializer: null });
}
