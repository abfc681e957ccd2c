using System.Text;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Tests.Manifests;

public sealed class DamagedInputTests
{
    private const string Whole =
        """
        %YAML 1.2
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: "p\u0041", labels: {a: 'b'}, annotations: {? x : !!str y}}
        spec: &anchor
          containers:
          - name: c # comment
            args: [a, "b", 'c', *anchor]
            env:
            - <<: {name: x}
              value: |-
                text
                  more
            - value: >+
                folded
        ---
        {"kind": "List", "items": [{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "s"}}]}
        """;

    [Fact]
    public void No_damage_of_one_character_makes_the_reader_throw()
    {
        const string damage = "{}[]:,-?*&!|>'\"%@`#=~ \n\t\\\0\u0085\u2028\uFEFF";
        for (var at = 0; at < Whole.Length; at++)
        {
            foreach (var character in damage)
            {
                Assert.NotNull(Reading.Of(Whole[..at] + character + Whole[(at + 1)..]));
                Assert.NotNull(Reading.Of(Whole[..at] + character + Whole[at..]));
            }
        }
    }

    [Fact]
    public void No_sequence_of_signs_makes_the_reader_throw()
    {
        string[] pieces = ["{", "}", "[", "]", ":", ": ", ",", "- ", "-", "? ", "*a", "&a ", "!!str ", "! ", "|", ">", "'", "\"", "%", "#", "\n", "\n  ", " ", "a", "<<: ", "---", "...", "\\u0", "\t"];
        var random = new Random(20261121);
        for (var i = 0; i < 30_000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, 14); length > 0; length--) text.Append(pieces[random.Next(pieces.Length)]);
            Assert.NotNull(Reading.Of(text.ToString()));
        }
    }

    [Fact]
    public void Every_beginning_of_a_file_is_read_or_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Whole);
        for (var length = 0; length < bytes.Length; length++) Assert.NotNull(Reading.Of(Upload.PastedName, bytes[..length]));
    }
}
