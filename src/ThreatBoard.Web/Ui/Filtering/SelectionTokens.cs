using ThreatBoard.Domain.Board;
using ThreatBoard.Domain.Modeling;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Web.Ui.Filtering;

/// <summary>What a number of the board counts, as the filter of the list that it links to.</summary>
public static class SelectionTokens
{
    private static readonly Dictionary<AgeBucket, string> s_ages = new()
    {
        [AgeBucket.UpTo30Days] = "0-30",
        [AgeBucket.UpTo90Days] = "31-90",
        [AgeBucket.UpTo180Days] = "91-180",
        [AgeBucket.Longer] = "over-180",
    };

    /// <summary>The buckets as they are written, for a message.</summary>
    public static string AgeList => string.Join(", ", s_ages.Values);

    public static string Of(ThreatSelection selection) => string.Join(' ', Tokens(selection));

    /// <summary>The filter of all of one owner's mitigations that are overdue; of nobody's too.</summary>
    public static string OverdueOf(Owner owner) => owner switch
    {
        { IsNobody: true } => "due:overdue owner:none",
        { Account: { } account } => $"due:overdue owner:{account}",
        _ => $"due:overdue owner:is:{Uri.EscapeDataString(owner.Name)}",
    };

    public static string Word(AgeBucket age) => s_ages[age];

    /// <summary>Null for what is no bucket.</summary>
    public static AgeBucket? Age(string word) => s_ages.Where(pair => pair.Value.Equals(word, StringComparison.OrdinalIgnoreCase)).Select(pair => (AgeBucket?)pair.Key).SingleOrDefault();

    private static IEnumerable<string> Tokens(ThreatSelection selection)
    {
        if (selection.IsOpen is { } open) yield return open ? "status:open" : "status:closed";
        if (selection.CarriesRisk is { } carried) yield return carried ? "status:carried" : "-status:carried";
        // “Open” is whatever asks for work: the status of that name is written as what it means.
        if (selection.Status is { } status) yield return status is ThreatStatus.Open ? "status:untouched" : $"status:{Hyphenated(status)}";
        if (selection.Band is { } band) yield return $"risk:{Hyphenated(band)}";
        if (selection.Age is { } age) yield return $"age:{Word(age)}";
        if (selection.Residual is { } cell) yield return $"residual:{cell.Likelihood}x{cell.Impact}";
        if (selection.Subject is { } subject) yield return $"subject:{(subject == EntityRef.WholeModel ? "model" : subject.ToString())}";
        if (selection.Category is { } category) yield return $"stride:{Hyphenated(category)}";
    }

    private static string Hyphenated(Enum value) => EnumWords.Word(value).ToLowerInvariant().Replace(' ', '-');
}
