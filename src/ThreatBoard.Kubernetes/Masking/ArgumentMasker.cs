using System.Collections.Immutable;
using ThreatBoard.Kubernetes.Manifests;

namespace ThreatBoard.Kubernetes.Masking;

/// <summary>Masks arguments: <c>--password=x</c> in one, <c>--password x</c> in two, and the short switches of the programs known for them.</summary>
internal static class ArgumentMasker
{
    public static TreeList Mask(TreeList arguments)
    {
        var masked = ImmutableArray.CreateBuilder<TreeNode>(arguments.Items.Length);
        var (program, previous) = ("", "");
        foreach (var item in arguments.Items)
        {
            if (item is not TreeScalar scalar)
            {
                masked.Add(ObjectMasker.Mask(item, ""));
                continue;
            }
            masked.Add(Mask(scalar, program, previous));
            previous = scalar.Text;
            if (program.Length == 0) program = Program(previous);
        }
        return new(arguments.Line, masked.ToImmutable());
    }

    private static string Program(string word)
    {
        var name = word[(word.LastIndexOf('/') + 1)..];
        return name is "sshpass" or "redis-cli" or "redis-server" or "curl" or "wget"
            || name.StartsWith("mysql", StringComparison.Ordinal) || name.StartsWith("maria", StringComparison.Ordinal) ? name : "";
    }

    private static TreeScalar Mask(TreeScalar scalar, string program, string previous)
    {
        var text = scalar.Text;
        if (FollowsSecretSwitch(program, previous) && !text.StartsWith('-') && !CredentialNames.IsHarmless(previous, text))
            return new(scalar.Line, MaskedText.Marker, ScalarKind.Text, MaskReason.Argument);
        if (text is ['-', 'p', _, ..] && !text.Contains('=', StringComparison.Ordinal) && !int.TryParse(text.AsSpan(2).TrimStart(':'), out _) && IsPasswordSwitch(program))
            return new(scalar.Line, "-p" + MaskedText.Marker, ScalarKind.Text, MaskReason.Argument);
        if (program is "curl" or "wget" && previous is "-u" or "--user" && text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            return new(scalar.Line, text[..(colon + 1)] + MaskedText.Marker, ScalarKind.Text, MaskReason.Argument);
        return ObjectMasker.MaskText(scalar);
    }

    /// <summary>Without a program in sight a mere <c>-pX</c> is taken for a password, unless it is a port.</summary>
    private static bool IsPasswordSwitch(string program) =>
        program.Length == 0 || program == "sshpass" || program.StartsWith("mysql", StringComparison.Ordinal) || program.StartsWith("maria", StringComparison.Ordinal);

    private static bool FollowsSecretSwitch(string program, string previous) =>
        previous is ['-', '-', ..] && !previous.Contains('=', StringComparison.Ordinal) ? CredentialNames.Of(previous[2..]) == MaskReason.CredentialName
        : (program, previous) is ("sshpass", "-p") or ("redis-cli", "-a")
            || (previous is ['-', ..] && CredentialNames.Of(previous[1..]) == MaskReason.CredentialName);
}
