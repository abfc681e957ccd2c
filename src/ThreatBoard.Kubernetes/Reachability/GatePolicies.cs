using System.Collections.Immutable;
using System.Text;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Reachability;

/// <summary>The policies that bear on one class of pods in one direction.</summary>
/// <param name="Admin">Before all others, by priority; those of one priority have no order.</param>
/// <param name="Isolating">NetworkPolicies; any of them makes its result final.</param>
/// <param name="Baseline">After all others, by priority.</param>
/// <param name="Plugin">A policy of a network plugin that may bear on it, whatever it says.</param>
internal sealed record GatePolicies(
    ImmutableArray<ImmutableArray<Layer>> Admin, ImmutableArray<Layer> Isolating, ImmutableArray<ImmutableArray<Layer>> Baseline, Cursor? Plugin)
{
    public bool IsNone => Admin.IsEmpty && Isolating.IsEmpty && Baseline.IsEmpty && Plugin is null;

    /// <summary>Equal where the same policies bear.</summary>
    public string Signature
    {
        get
        {
            var text = new StringBuilder(Plugin?.Object.Key).Append('|');
            foreach (var layer in Layers) text.Append((char)layer.Number).Append((char)(layer.Number >> 16)).Append(layer.IsSure ? '!' : '?');
            return text.ToString();
        }
    }

    public IEnumerable<Entry> Entries => Layers.SelectMany(layer => layer.Entries);

    private IEnumerable<Layer> Layers => Admin.SelectMany(g => g).Concat(Isolating).Concat(Baseline.SelectMany(g => g));
}
