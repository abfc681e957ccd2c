using System.Text.RegularExpressions;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests.Checks;

/// <summary>Forms and buttons that write: each is guarded against a press that is heard twice.</summary>
public static partial class Presses
{
    /// <summary>What asks the server for something and writes nothing, or nothing more when it is done twice.</summary>
    private static readonly Dictionary<string, string> s_harmless = new(StringComparer.Ordinal)
    {
        ["Compare"] = "goes to another page",
        ["Show"] = "goes to another page",
        ["Send"] = "a form that the browser posts",
        ["ChooseAsync"] = "keeps the choice on the page, or closes its list first",
        ["OpenAsync"] = "opens a list",
        ["EditAsync"] = "opens a box on the page",
        ["PreviewAsync"] = "shows what stands in the box",
        ["JumpAsync"] = "scrolls",
        ["ReopenAsync"] = "reads anew",
        ["GiveUpAsync"] = "drops a draft",
        ["ResetAsync"] = "drops a draft",
        ["EndEditAsync"] = "drops a draft",
        ["EndAsync"] = "drops a draft",
        ["UndoAsync"] = "two presses take back two edits",
        ["RedoAsync"] = "two presses do two edits again",
        ["RemoveAsync(token)"] = "takes a condition out of a filter",
        ["RunAsync(\""] = "a command for the canvas",
        ["OnCommand.InvokeAsync"] = "a command for the canvas",
        ["OnGrouping.InvokeAsync"] = "goes to another page",
        ["OnNotation.InvokeAsync"] = "goes to another page",
        ["OnOverlay.InvokeAsync"] = "goes to another page",
        ["OnSort.InvokeAsync"] = "goes to another page",
        ["PickAsync"] = "selects a row, or leaves it",
        ["OnChoose.InvokeAsync"] = "keeps the choice on the page",
        ["OnAsk.InvokeAsync"] = "opens a question, whose answer is guarded",
    };

    public static IEnumerable<string> Unguarded(IEnumerable<SourceFile> files) =>
        from file in files
        where file.IsRazor
        from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        from Match handler in Handler().Matches(line.Text)
        let act = handler.Groups["act"].Value
        let isForm = handler.Groups["event"].Value == "submit"
        where isForm ? !line.Text.Contains("method=\"post\"", StringComparison.Ordinal) : act.Contains("Async", StringComparison.Ordinal)
        where !act.Contains("_once.RunAsync(", StringComparison.Ordinal)
        where !s_harmless.Keys.Any(harmless => Named(act).StartsWith(harmless, StringComparison.Ordinal))
        select $"{file.Path}:{line.Number} '{Named(act)}' is not guarded against a second press: use PressOnce";

    /// <summary>What a handler calls, without what a lambda takes.</summary>
    private static string Named(string act) => Lambda().Replace(act, "");

    [GeneratedRegex("@on(?<event>click|submit)=\"(?<act>(@\\([^\"]*\"[^\"]*\"[^\"]*)|[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Handler();

    [GeneratedRegex(@"^@?\(*(\(?\w*\)?\s*=>\s*)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Lambda();
}
