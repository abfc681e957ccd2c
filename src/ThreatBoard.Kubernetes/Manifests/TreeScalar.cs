using ThreatBoard.Kubernetes.Masking;

namespace ThreatBoard.Kubernetes.Manifests;

/// <summary>What a scalar is, as Kubernetes' own YAML reader would resolve it.</summary>
public enum ScalarKind : byte { Text, Integer, Float, Boolean, Null }

/// <summary>A single value in its canonical spelling (<c>true</c>, <c>493</c>), or what was left of it when a credential was masked.</summary>
public sealed class TreeScalar(int line, string text, ScalarKind kind = ScalarKind.Text, MaskReason masked = MaskReason.None) : TreeNode(line)
{
    public string Text { get; } = text;

    public ScalarKind Kind { get; } = kind;

    /// <summary>Why a part of the text is the marker <see cref="MaskedText.Marker"/>; none when it is as written.</summary>
    public MaskReason Masked { get; } = masked;

    public override string ToString() => Text;
}
