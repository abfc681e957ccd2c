namespace ThreatBoard.Setup.Tests.Scripts;

/// <summary>A machine that lacks something: the scripts name the command that brings it.</summary>
public sealed class MissingToolTests
{
    private static readonly string[] Assumed =
        ["bash", "sh", "cat", "cp", "mv", "rm", "mkdir", "chmod", "touch", "cut", "head", "tail", "sort", "sha256sum", "dirname", "basename", "id", "uname", "df",
         "env", "realpath", "timeout", "tr", "wc", "find", "xargs", "grep", "sed", "flock", "setpriv", "sleep"];

    [Fact]
    public async Task Nothing_but_coreutils_findutils_grep_sed_and_util_linux_is_assumed()
    {
        using var checkout = WithOnly(Assumed);

        var (code, output) = await checkout.RunAsync("run");

        Assert.True(code == 0, output);
        Assert.DoesNotContain("command not found", output);
    }

    [Theory]
    [InlineData("flock", "apt-get install -y util-linux")]
    [InlineData("setpriv", "apt-get install -y util-linux")]
    [InlineData("dotnet", "apt-get install -y dotnet-sdk-10.0")]
    [InlineData("node", "apt-get install -y nodejs npm")]
    [InlineData("npm", "apt-get install -y npm")]
    public async Task What_is_missing_is_named_with_the_command_that_brings_it(string tool, string command)
    {
        using var checkout = WithOnly([.. Assumed.Where(name => name != tool)]);
        File.Delete(Path.Combine(checkout.Tools, tool));

        var (code, output) = await checkout.RunAsync("run");

        // Only root needs setpriv.
        var needed = tool != "setpriv" || Environment.IsPrivilegedProcess;
        Assert.Equal(needed ? 1 : 0, code);
        Assert.Contains(needed ? command : "started in", output);
    }

    [Theory]
    [InlineData("node", "[ \"$1\" != --version ] || echo v18.1.0", "Node.js 18 is too old")]
    [InlineData("dotnet", "[ \"$1\" != --list-runtimes ] || echo 'Microsoft.AspNetCore.App 8.0.1 [x]'", "not the ASP.NET Core runtime 10")]
    [InlineData("dotnet", "[ \"$1\" != --list-runtimes ] || echo 'Microsoft.AspNetCore.App 10.0.1 [x]'; [ \"$1\" != --list-sdks ] || echo '9.0.100 [x]'", "no SDK 10 (9.0.100 is the newest)")]
    [InlineData("df", "echo header; echo 'disk 1 1 12 99% /'", "only 12 MB are free")]
    public async Task What_is_too_old_or_too_small_is_named(string tool, string script, string said)
    {
        using var checkout = WithOnly(Assumed);
        File.Delete(Path.Combine(checkout.Tools, tool));
        checkout.Tool(tool, script);

        var (code, output) = await checkout.RunAsync("run");

        Assert.Equal(1, code);
        Assert.Contains(said, output);
    }

    [Fact]
    public async Task Tests_without_Chromium_fail_naming_the_commands_unless_they_are_told_to_go_without()
    {
        using var checkout = WithOnly(Assumed);
        checkout.Write("tests/ThreatBoard.Browser.Tests/x.csproj", "");

        var (code, output) = await checkout.RunAsync("test", "Browser");

        Assert.Equal(1, code);
        Assert.Contains("apt-get install -y chromium", output);
        Assert.Contains("scripts/test --without-browser", output);
    }

    private static FakeCheckout WithOnly(IReadOnlyList<string> programs)
    {
        var checkout = new FakeCheckout();
        checkout.SearchPath = checkout.Tools;
        foreach (var program in programs)
            if (new[] { "/usr/bin", "/bin" }.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists) is { } found)
                File.CreateSymbolicLink(Path.Combine(checkout.Tools, program), found);
        return checkout;
    }
}
