using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests.Checks;

/// <summary>What the house refuses in code, found in its syntax or its text.</summary>
public static partial class Habits
{
    /// <summary>The only file that may hand markup to the browser unescaped; it does not exist as long as nothing needs it.</summary>
    public const string MarkupFile = "src/ThreatBoard.Web/Ui/TrustedMarkup.cs";

    /// <summary>Cleaning up and throwing on is no catching.</summary>
    public static IEnumerable<string> CatchesEverything(IEnumerable<SourceFile> files) =>
        from file in files
        from clause in file.Syntax<CatchClauseSyntax>()
        where clause.Block.Statements.LastOrDefault() is not ThrowStatementSyntax { Expression: null }
        where clause.Filter is null && (clause.Declaration is null || clause.Declaration.Type.ToString() is "Exception" or "System.Exception")
        select $"{file.At(clause)} catches everything";

    public static IEnumerable<string> Regions(IEnumerable<SourceFile> files) => Lines(files, Region(), "has a region");

    public static IEnumerable<string> LeftForLater(IEnumerable<SourceFile> files) => Lines(files, Later(), "leaves something for later");

    public static IEnumerable<string> RawMarkup(IEnumerable<SourceFile> files) =>
        Lines(files.Where(f => f.Path != MarkupFile), Markup(), "puts markup on a page unescaped");

    /// <summary>Pages talk to the browser through a typed class whose name ends in Interop; they may hand it the runtime, and call nothing on it.</summary>
    public static IEnumerable<string> ScriptsInPages(IEnumerable<SourceFile> files)
    {
        var others = files.Where(f => !f.Path.EndsWith("Interop.cs", StringComparison.Ordinal)).ToList();
        return Lines(others.Where(f => f.IsRazor), Runtime(), "injects IJSRuntime into markup")
            .Concat(Lines(others, ScriptObject(), "holds an object of the browser"))
            .Concat(others.Where(f => f.IsCSharp).SelectMany(CallsOnRuntime));
    }

    private static IEnumerable<string> CallsOnRuntime(SourceFile file)
    {
        var runtimes = file.Syntax<PropertyDeclarationSyntax>().Where(p => IsRuntime(p.Type)).Select(p => p.Identifier.Text)
            .Concat(file.Syntax<ParameterSyntax>().Where(p => IsRuntime(p.Type)).Select(p => p.Identifier.Text))
            .Concat(file.Syntax<VariableDeclarationSyntax>().Where(d => IsRuntime(d.Type)).SelectMany(d => d.Variables).Select(v => v.Identifier.Text))
            .ToHashSet();
        return file.Syntax<MemberAccessExpressionSyntax>()
            .Where(access => access.Expression is IdentifierNameSyntax { Identifier.Text: var name } && runtimes.Contains(name))
            .Select(access => $"{file.At(access)} runs scripts");
    }

    private static bool IsRuntime(TypeSyntax? type) => type?.ToString().TrimEnd('?').EndsWith("IJSRuntime", StringComparison.Ordinal) ?? false;

    public static IEnumerable<string> WaitsForTime(IEnumerable<SourceFile> files) => Lines(files, Delay(), "waits for time, not for the thing");

    /// <summary>The corpus alone may be absent; a skip names it.</summary>
    public static IEnumerable<string> Skips(IEnumerable<SourceFile> files) =>
        from file in files
        where !Path.GetFileName(file.Path).StartsWith("Corpus", StringComparison.Ordinal)
        from node in file.Syntax<CSharpSyntaxNode>()
        where node switch
        {
            InvocationExpressionSyntax call => SkipCall().IsMatch(call.Expression.ToString()),
            AttributeArgumentSyntax { NameEquals.Name.Identifier.Text: "Skip" or "SkipWhen" or "SkipUnless" } => true,
            _ => false,
        }
        where !node.ToString().Contains("Corpus", StringComparison.Ordinal)
        select $"{file.At(node)} skips without the corpus being absent";

    /// <summary>Pages act for a person in a session; what stands for the process itself, or reads whole databases, is for commands and jobs.</summary>
    public static IEnumerable<string> PagesBeyondTheirPerson(IEnumerable<SourceFile> files) =>
        Lines(files.Where(f => f.Path.StartsWith("src/ThreatBoard.Web/Features/", StringComparison.Ordinal) || f.Path.StartsWith("src/ThreatBoard.Web/Api/", StringComparison.Ordinal)), BeyondPerson(), "acts for nobody who is signed in");

    private static IEnumerable<string> Lines(IEnumerable<SourceFile> files, Regex offence, string what) =>
        from file in files
        from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        where offence.IsMatch(line.Text)
        select $"{file.Path}:{line.Number} {what}";

    [GeneratedRegex(@"^\s*#region", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Region();

    [GeneratedRegex(@"(//|@\*|<!--).*\b(TODO|FIXME|HACK|XXX)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Later();

    [GeneratedRegex(@"\bMarkupString\b|\bAddMarkupContent\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\bCaller\.OfProcess\(|\bOwnedDatabase\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex BeyondPerson();

    [GeneratedRegex(@"\bIJSRuntime\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Runtime();

    [GeneratedRegex(@"\bIJS(InProcess|Unmarshalled)?ObjectReference\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ScriptObject();

    [GeneratedRegex(@"\bThread\.Sleep\(|\bTask\.Delay\(|\bWaitForTimeoutAsync\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Delay();

    [GeneratedRegex(@"^Assert\.Skip(When|Unless)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SkipCall();
}
