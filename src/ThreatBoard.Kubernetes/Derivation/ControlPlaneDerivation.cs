using ThreatBoard.Domain.Modeling;
using ThreatBoard.Kubernetes.Workloads;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>The control plane as a boundary of its own: its pods where they were read, else what every cluster has of it, and what its flags tell of flows.</summary>
internal sealed class ControlPlaneDerivation(Cluster cluster, Draft draft, Id<Boundary> whole, Dictionary<string, Id<Boundary>> nodes)
{
    private const int KubeletPort = 10_250;
    private const int EtcdPort = 2_379;
    private readonly ControlPlaneParts _parts = cluster.Once(static c => new ControlPlaneParts(c));
    private Id<Boundary>? _zone;

    /// <summary>The control plane, for a workload that belongs to it.</summary>
    public Id<Boundary>? ZoneOf(Workload workload) => _parts.Members.Contains(workload) ? _zone : null;

    public void Run()
    {
        if (cluster.Workloads.IsEmpty) return;
        var zone = draft.Add(DerivedKey.ControlPlane, BoundaryKind.Custom, "Control plane", whole);
        _zone = zone;
        foreach (var (control, state) in new ControlPlaneControls(cluster).All)
            draft.Add(DerivedKey.Control(DerivedKey.ControlPlane, control.Name), EntityRef.To(zone), control, state);
        if (_parts.ApiServer is null) Add(DerivedKey.ApiServer, "API server", "kube-apiserver", ComponentKind.Process, zone);
        if (_parts.Etcd is null) Add(DerivedKey.Etcd, "etcd", "etcd", ComponentKind.DataStore, zone);
        if (_parts.Networks.IsEmpty) Add(DerivedKey.Network, "Network (CNI)", "CNI plugin", ComponentKind.Process, zone);
        Add(DerivedKey.Kubelet, "kubelet", "kubelet", ComponentKind.Process, zone, nodes.Values.Take(Limits.Members).ToValueSet());
        if (_parts.ApiServer is { } server) Flows(server, new(server));
    }

    private void Add(string key, string name, string technology, ComponentKind kind, Id<Boundary> zone, ValueSet<Id<Boundary>>? on = null) =>
        draft.Add(key, new Component { Id = default, Name = name, Technology = technology, Kind = kind, Zone = zone, Nodes = on ?? [] });

    private void Flows(Container server, Flags flags)
    {
        var from = DerivedKey.Of(server.Key);
        if (flags["--etcd-servers"] is { } servers)
            Add(from, _parts.Etcd is { } etcd ? DerivedKey.Of(etcd.Key) : DerivedKey.Etcd, EtcdPort, "etcd",
                servers.StartsWith("https:", StringComparison.Ordinal) ? Encrypted(flags, "--etcd-certfile", "--etcd-cafile") : Transport.Unknown with { Encryption = Encryption.None },
                flags, "--etcd-servers", "--etcd-certfile", "--etcd-cafile");
        Add(from, DerivedKey.Kubelet, KubeletPort, "HTTPS", Encrypted(flags, "--kubelet-client-certificate", "--kubelet-certificate-authority"),
            flags, "--kubelet-client-certificate", "--kubelet-certificate-authority");
        foreach (var client in _parts.Clients)
            Add(DerivedKey.Of(client.Key), from, int.TryParse(flags["--secure-port"], out var port) ? port : 6_443, "HTTPS", Transport.Unknown with { Encryption = Encryption.Tls, TlsEnds = TlsEnd.Receiver }, new(client), "--kubeconfig");
    }

    /// <summary>The callers show a certificate where they have one, and check the other side's where they know an authority.</summary>
    private static Transport Encrypted(Flags flags, string certificate, string authority) => new()
    {
        Encryption = flags.Has(certificate) ? Encryption.MutualTls : Encryption.Tls,
        TlsEnds = TlsEnd.Receiver,
        Certificate = flags.Has(authority) ? CertificateCheck.Validated : CertificateCheck.NotValidated,
        Authentication = flags.Has(certificate) ? Authentication.MutualTls : Authentication.Unknown,
    };

    private void Add(string from, string to, int port, string protocol, Transport transport, Flags flags, params string[] shown) =>
        draft.Add(DerivedKey.Flow(from, to, port), new Flow
        {
            Id = default,
            Ends = new(Draft.ComponentAt(from), Draft.ComponentAt(to)),
            Protocol = protocol,
            Port = port,
            Transport = transport,
            Evidence = shown.Select(flags.At).OfType<Cursor>().Select(at => at.Evidence).ToValueList(),
        });
}
