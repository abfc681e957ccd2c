using System.Security.Cryptography;
using System.Text;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Kubernetes.Derivation;

/// <summary>The keys under which readings know what they derive; the same for the same object over files, versions and sources of one cluster.</summary>
public static class DerivedKey
{
    public const string Internet = "external/internet";
    public const string InternalNetwork = "external/internal-network";
    public const string ControlPlane = "control-plane";
    public const string ApiServer = "control-plane/api-server";
    public const string Etcd = "control-plane/etcd";
    public const string Kubelet = "control-plane/kubelet";
    public const string Network = "control-plane/network";
    private const string Via = " via ";

    public static string Cluster(string name) => Fitting($"cluster/{name}");

    public static string Namespace(string name) => Fitting($"Namespace/{name}");

    public static string Node(string name) => Fitting($"Node/{name}");

    public static string Flow(string from, string to, int? port) => Fitting($"{from}→{to}:{port}");

    /// <summary>A way in from outside, told apart by the object that opens it.</summary>
    public static string Exposure(string from, string to, int? port, string via) => Fitting($"{from}→{to}:{port}{Via}{via}");

    /// <summary>A host outside that the manifests name.</summary>
    public static string OutsideName(string host) => Fitting($"external/name/{host}");

    /// <summary>What stands outside behind a Service that lists its addresses.</summary>
    public static string OutsideService(string @namespace, string name) => Fitting($"external/service/{@namespace}/{name}");

    /// <summary>The object that opens the way in, of a key that <see cref="Exposure"/> made; null for every other key.</summary>
    public static string? ViaOf(string key) =>
        key.StartsWith("external/", StringComparison.Ordinal) && key.LastIndexOf(Via, StringComparison.Ordinal) is > 0 and var at ? key[(at + Via.Length)..] : null;

    public static string Control(string of, string name) => Fitting($"{of}!{name}");

    public static string Of(string key) => Fitting(key);

    private static string Fitting(string key) =>
        key.Length <= Limits.Key ? key : $"{key[..(Limits.Key - 65)]}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
}
