using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>Gathers what is wrong with policies while they are read; a bounded number.</summary>
internal sealed class PolicyProblems
{
    private const int Most = 1_000;
    private readonly List<PolicyProblem> _all = [];

    public IReadOnlyList<PolicyProblem> All => _all;

    public void Refuse(PolicyFault fault, Cursor at, string message) => Add(new(fault, IsRefused: true, at, message));

    public void Warn(PolicyFault fault, Cursor at, string message) => Add(new(fault, IsRefused: false, at, message));

    /// <summary>Reads a selector, and tells of operators and values that the API refuses.</summary>
    public LabelSelector Selector(Cursor at)
    {
        foreach (var expression in at["matchExpressions"].Items)
        {
            var values = expression["values"].Items.Any();
            var @operator = expression["operator"].Text;
            if (@operator is not ("In" or "NotIn" or "Exists" or "DoesNotExist"))
                Refuse(PolicyFault.BadSelector, expression, $"'{@operator}' is not an operator of a label selector; the selector matches nothing.");
            else if ((@operator is "In" or "NotIn") != values)
                Refuse(PolicyFault.BadSelector, expression, values ? $"{@operator} takes no values." : $"{@operator} needs values.");
            else if (expression["key"].Text is not { Length: > 0 })
                Refuse(PolicyFault.BadSelector, expression, "It names no label.");
        }
        return new(at);
    }

    private void Add(PolicyProblem problem)
    {
        if (_all.Count < Most) _all.Add(problem);
    }
}
