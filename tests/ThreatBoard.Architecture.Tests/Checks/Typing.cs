using System.Text.RegularExpressions;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests.Checks;

/// <summary>Boxes that people write in: what stands in them is kept as a draft until it is saved.</summary>
public static partial class Typing
{
    /// <summary>What is not worth keeping, or must not be kept; by the beginning of the path.</summary>
    private static readonly Dictionary<string, string> s_notKept = new(StringComparer.Ordinal)
    {
        ["src/ThreatBoard.Web/Features/Account/"] = "who somebody is: passwords and codes are stored nowhere",
        ["src/ThreatBoard.Web/Features/Setup/"] = "nobody is signed in yet",
        ["src/ThreatBoard.Web/Features/Workspaces/"] = "a word or an address that an administrator types, and a filter",
        ["src/ThreatBoard.Web/Features/Tokens/"] = "a word beside a secret",
        ["src/ThreatBoard.Web/Features/Models/DuplicateModel.razor"] = "a name that the form proposes",
        ["src/ThreatBoard.Web/Ui/OwnerPicker.razor"] = "searches",
        ["src/ThreatBoard.Web/Rearranging/ElementChoice.razor"] = "searches",
        ["src/ThreatBoard.Web/Ui/TokenFilter.razor"] = "a filter, kept in the address",
        ["src/ThreatBoard.Web/Layout/Palette.razor"] = "searches",
        ["src/ThreatBoard.Web/Ui/Values/ValueBoxes.razor"] = "an answer to a question; what it is about stays a draft until it is settled",
    };

    /// <summary>What may hold credentials, which are masked before anything is stored.</summary>
    private const string Pasted = "id=\"import-paste\"";

    public static IEnumerable<string> NotKept(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsRazor && !s_notKept.Keys.Any(path => file.Path.StartsWith(path, StringComparison.Ordinal))
        from Match box in Box().Matches(file.Text)
        where !box.Value.Contains("data-draft", StringComparison.Ordinal) && !box.Value.Contains("@bind:after", StringComparison.Ordinal) && !box.Value.Contains(Pasted, StringComparison.Ordinal)
        select $"{file.Path}:{file.Text.AsSpan(0, box.Index).Count('\n') + 1} what is typed is not kept as a draft";

    [GeneratedRegex("""<(textarea|input)\b(?![^>]*\b(readonly|type="(checkbox|radio|file|hidden)"))("[^"]*"|[^">])*>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Box();
}
