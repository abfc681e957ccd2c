using System.Globalization;
using ThreatBoard.Kubernetes.Manifests;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ThreatBoard.Kubernetes.Patches;

/// <summary>Writes a tree as YAML that reads back as the same tree.</summary>
internal static class YamlText
{
    /// <summary>What people look for first comes first, whatever the alphabet says.</summary>
    private static readonly string[] s_first = ["apiVersion", "kind", "metadata", "name", "$patch"];

    public static string Of(TreeNode root)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings().WithBestWidth(int.MaxValue));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    /// <summary>Trees that code builds are shallow; what was read is as deep as the reading's budget lets it be.</summary>
    private static void Write(Emitter emitter, TreeNode node)
    {
        switch (node)
        {
            case TreeMap map:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, map.Entries.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, value) in map.Entries.OrderBy(e => Array.IndexOf(s_first, e.Key) is >= 0 and var at ? at : s_first.Length))
                {
                    emitter.Emit(ScalarOf(new TreeScalar(0, key)));
                    Write(emitter, value);
                }
                emitter.Emit(new MappingEnd());
                break;
            case TreeList list:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, list.Items.All(i => i is TreeScalar) ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list.Items) Write(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            case TreeScalar scalar: emitter.Emit(ScalarOf(scalar)); break;
        }
    }

    /// <summary>A text that would read as something else stands in quotes.</summary>
    private static Scalar ScalarOf(TreeScalar scalar)
    {
        var quoted = scalar.Kind == ScalarKind.Text && ScalarResolver.Resolve(scalar.Text, plain: true, tag: null).Kind != ScalarKind.Text;
        return new(AnchorName.Empty, TagName.Empty, scalar.Text, quoted ? ScalarStyle.DoubleQuoted : ScalarStyle.Any, true, true);
    }
}
