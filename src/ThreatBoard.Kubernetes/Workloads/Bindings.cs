namespace ThreatBoard.Kubernetes.Workloads;

/// <summary>Role bindings, found by the account they give rights to and by the role they give.</summary>
public sealed class Bindings
{
    private const string EveryAccount = "system:serviceaccounts";
    private readonly ILookup<(string Namespace, string Account), Cursor> _byAccount;
    private readonly ILookup<string, Cursor> _byGroup;
    private readonly ILookup<(string Kind, string Name), Cursor> _byRole;

    internal Bindings(IEnumerable<Cursor> bindings)
    {
        var all = bindings.ToList();
        var subjects = all.SelectMany(binding => binding["subjects"].Items.Select(subject => (Binding: binding, Subject: subject))).ToList();
        _byAccount = subjects.Where(s => s.Subject["kind"].Text == "ServiceAccount")
            .ToLookup(s => (s.Subject["namespace"].Text ?? s.Binding.Object.Namespace, s.Subject["name"].Text ?? ""), s => s.Binding);
        _byGroup = subjects.Where(s => s.Subject["kind"].Text == "Group").ToLookup(s => s.Subject["name"].Text ?? "", s => s.Binding, StringComparer.Ordinal);
        _byRole = all.ToLookup(b => (b["roleRef"]["kind"].Text ?? "", b["roleRef"]["name"].Text ?? ""));
    }

    /// <summary>What gives rights to the account: to itself, or to a group of accounts that it is in.</summary>
    public IEnumerable<Cursor> Of(string @namespace, string account) =>
        _byAccount[(@namespace, account)].Concat(_byGroup[EveryAccount]).Concat(_byGroup[$"{EveryAccount}:{@namespace}"]);

    /// <summary>What gives this role to anybody; a Role only inside its namespace.</summary>
    public IEnumerable<Cursor> To(Cursor role) =>
        _byRole[(role.Object.Kind, role.Object.Name)].Where(b => role.Object.Kind == "ClusterRole" || b.Object.Namespace == role.Object.Namespace);
}
