using System.Collections.Immutable;
using System.Text;

namespace ThreatBoard.Web.Commands;

/// <summary>A verb of the command line: what it takes, and the help that says so.</summary>
/// <param name="Name">As it is typed, as in <c>kubernetes findings</c>.</param>
/// <param name="Takes">Its words beside options, for the help; empty where it takes none.</param>
/// <param name="Says">What it does, in a sentence or two.</param>
/// <param name="Options">Its options; <c>--help</c> is everybody's.</param>
public sealed record Verb(string Name, string Takes, string Says, ImmutableArray<VerbOption> Options)
{
    private static readonly VerbOption s_help = new("--help", "Shows this.", Letter: "-h");

    /// <summary>What stands at the end of the help: exit codes and an example.</summary>
    public string Ending { get; init; } = "";

    public string Usage => $"threatboard {Name}{(Takes.Length == 0 ? "" : $" {Takes}")}{(Options.IsEmpty ? "" : " [options]")}";

    public string Help
    {
        get
        {
            var help = new StringBuilder().AppendLine(Usage).AppendLine().AppendLine(Says).AppendLine();
            ImmutableArray<VerbOption> all = [.. Options, s_help];
            var width = all.Max(option => option.Usage.Length) + 2;
            foreach (var option in all)
            {
                help.Append("  ").Append(option.Usage.PadRight(width)).Append(option.Says);
                if (!option.OneOf.IsEmpty) help.Append(" One of: ").AppendJoin(", ", option.OneOf).Append('.');
                help.AppendLine();
            }

            return Ending.Length == 0 ? help.ToString() : help.AppendLine().AppendLine(Ending).ToString();
        }
    }

    /// <summary>What was typed, or what is wrong with it in words that say what to do.</summary>
    public VerbArguments Read(ReadOnlySpan<string> typed)
    {
        var arguments = new VerbArguments(this);
        for (var i = 0; i < typed.Length && arguments.Problem is null && !arguments.AsksForHelp; i++)
        {
            var word = typed[i];
            if (word == "--")
            {
                foreach (var rest in typed[(i + 1)..]) arguments.Add(rest);
                break;
            }

            if (word.Length < 2 || word[0] != '-') arguments.Add(word);
            else if (s_help.Answers(word)) arguments.AskForHelp();
            else i += Take(word, i + 1 < typed.Length ? typed[i + 1] : null, arguments);
        }

        return arguments;
    }

    /// <returns>How many of the words that follow belong to the option.</returns>
    private int Take(string word, string? next, VerbArguments arguments)
    {
        var (name, given) = word.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (word[..at], word[(at + 1)..]) : (word, null);
        var option = Options.FirstOrDefault(known => known.Answers(name));
        if (option is null) arguments.Refuse($"There is no option {name}.");
        else if (option.IsSwitch && given is not null) arguments.Refuse($"{option.Name} takes no value.");
        else if (option.IsSwitch) arguments.Set(option, "");
        else if ((given ?? next) is not { Length: > 0 } value) arguments.Refuse($"{option.Name} needs a value: {option.Name} {option.Value}.");
        else if (!option.OneOf.IsEmpty && !option.OneOf.Contains(value, StringComparer.Ordinal)) arguments.Refuse($"{option.Name} cannot be “{value}”. Choose one of: {string.Join(", ", option.OneOf)}.");
        else arguments.Set(option, value);
        return option is { IsSwitch: false } && given is null ? 1 : 0;
    }
}
