namespace ThreatBoard.Web.Commands;

/// <summary>What somebody typed after a verb.</summary>
public sealed class VerbArguments(Verb verb)
{
    private readonly Dictionary<string, List<string>> _options = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    public Verb Verb { get; } = verb;

    /// <summary>The words that belong to no option, in their order.</summary>
    public IReadOnlyList<string> Words => _words;

    public bool AsksForHelp { get; private set; }

    /// <summary>The first thing that is wrong, as a sentence; null where all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>The option's value; null where it was not given.</summary>
    public string? this[string option] => All(option) is [.., var last] ? last : null;

    public bool Has(string option) => _options.ContainsKey(option);

    public IReadOnlyList<string> All(string option) => _options.TryGetValue(option, out var values) ? values : [];

    /// <summary>Shows the help that was asked for, or what is wrong.</summary>
    /// <returns>The exit code.</returns>
    internal int Answer(Terminal terminal)
    {
        if (AsksForHelp)
        {
            terminal.Print(Verb.Help);
            return ExitCode.Fine;
        }

        terminal.Complain($"{Problem} Use: {Verb.Usage}; --help says more.");
        return ExitCode.WrongUse;
    }

    internal void Add(string word) => _words.Add(word);

    internal void AskForHelp() => AsksForHelp = true;

    internal void Refuse(string problem) => Problem ??= problem;

    internal void Set(VerbOption option, string value)
    {
        if (!_options.TryGetValue(option.Name, out var values)) _options[option.Name] = values = [];
        else if (!option.Repeats) Refuse($"{option.Name} is given twice. Give it once.");
        values.Add(value);
    }
}
