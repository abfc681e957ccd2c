namespace ThreatBoard.Setup.Tests.Scripts;

/// <summary><c>scripts/run</c> as a whole, over tools that note their calls.</summary>
public sealed class RunTests
{
    private static readonly string[] EveryStep = ["npm ci", "npm run", "dotnet publish"];
    private static readonly string LongName = "a checkout with spaces " + new string('x', 130);

    [Fact]
    public async Task The_first_run_makes_every_step_and_the_second_asks_neither_npm_nor_the_compiler()
    {
        using var checkout = new FakeCheckout();

        var first = await checkout.RunAsync("run", "--setup-only");
        Assert.Equal(EveryStep, ShortCalls(checkout));
        var second = await checkout.RunAsync("run", "--setup-only");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Equal(EveryStep, ShortCalls(checkout));
    }

    [Fact]
    public async Task A_changed_input_repeats_its_own_step_and_those_that_read_it()
    {
        using var checkout = new FakeCheckout();
        await checkout.RunAsync("run", "--setup-only");

        checkout.Write("src/ThreatBoard.Data/New.cs", "changed");
        await checkout.RunAsync("run", "--setup-only");
        Assert.Equal([.. EveryStep, "dotnet publish"], ShortCalls(checkout));

        checkout.Write("package-lock.json", "changed");
        await checkout.RunAsync("run", "--setup-only");
        Assert.Equal([.. EveryStep, "dotnet publish", "npm ci", "npm run"], ShortCalls(checkout));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task What_was_killed_halfway_is_finished_by_the_next_run(int stepsBefore)
    {
        using var checkout = new FakeCheckout();
        if (stepsBefore > 0)
            await checkout.RunAsync("run", "--setup-only");
        checkout.Write("src/ThreatBoard.Data/New.cs", "changed");
        checkout.Hang(on: true);
        using (var killed = checkout.Start("run", "--setup-only"))
        {
            await Eventually.IsTrueAsync(() => checkout.IsHanging);
            killed.Kill(entireProcessTree: true);
            await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        checkout.Hang(on: false);
        var (code, output) = await checkout.RunAsync("run");

        Assert.True(code == 0, output);
        Assert.Contains("started in", output);
        Assert.DoesNotContain(Directory.GetFiles(checkout.Path, "half", SearchOption.AllDirectories), file => file.Contains("/work/", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(checkout.Path, "node_modules", "half", "half")));
    }

    [Fact]
    public async Task Two_runs_at_once_set_up_once()
    {
        using var checkout = new FakeCheckout();

        var both = await Task.WhenAll(checkout.RunAsync("run", "--setup-only"), checkout.RunAsync("run", "--setup-only"));

        Assert.All(both, run => Assert.Equal(0, run.ExitCode));
        Assert.Equal(EveryStep, ShortCalls(checkout));
    }

    [Fact]
    public async Task A_private_folder_with_a_long_path_and_spaces_is_as_good_as_any()
    {
        using var checkout = new FakeCheckout(LongName);

        var (code, output) = await checkout.RunAsync("run");

        Assert.True(code == 0, output);
        Assert.Contains($"ThreatBoard__Embedded__Data={checkout.Data}", output);
        Assert.Contains($"started in {checkout.Path}/.setup/published/", output);
    }

    [Fact]
    public async Task As_root_the_copy_of_PostgreSQL_lies_outside_of_the_checkout()
    {
        using var checkout = new FakeCheckout();

        var (_, output) = await checkout.RunAsync("run");

        var home = Environment.IsPrivilegedProcess ? "/var/lib/threatboard/" : checkout.Path + "/.setup/";
        Assert.Contains($"ThreatBoard__Embedded__Binaries={home}", output);
    }

    [Fact]
    public async Task Every_checkout_has_a_port_of_its_own_and_keeps_the_one_it_was_given()
    {
        using var one = new FakeCheckout();
        using var other = new FakeCheckout();

        var ports = new[] { Url(await one.RunAsync("run")), Url(await other.RunAsync("run")) };
        Assert.NotEqual(ports[0], ports[1]);
        Assert.Equal(ports[0], Url(await one.RunAsync("run")));

        Assert.EndsWith(":4711", Url(await other.RunAsync("run", "--port", "4711")));
        Assert.EndsWith(":4711", Url(await other.RunAsync("run")));
        Assert.EndsWith(":4711", Url(await other.RunAsync("run", "--link")));
    }

    [Fact]
    public async Task A_running_copy_is_not_started_twice_and_its_folder_is_not_removed()
    {
        using var checkout = new FakeCheckout();
        checkout.Tool("dotnet", await File.ReadAllTextAsync(Path.Combine(checkout.Tools, "dotnet"), TestContext.Current.CancellationToken)
            + "\nif [ \"$1\" = ThreatBoard.Web.dll ]; then exec 7>\"$ThreatBoard__Embedded__Data/in-use\"; flock 7; exec sleep 100; fi");
        using var running = checkout.Start("run");
        await Eventually.IsTrueAsync(() => File.Exists(Path.Combine(checkout.Data, "in-use")));
        var folder = Assert.Single(Directory.GetDirectories(Path.Combine(checkout.Path, ".setup", "published")));

        checkout.Write("src/ThreatBoard.Data/New.cs", "changed");
        var (code, output) = await checkout.RunAsync("run");

        Assert.Equal(1, code);
        Assert.Contains("scripts/run --link", output);
        Assert.True(Directory.Exists(folder));
        Assert.Equal(2, Directory.GetDirectories(Path.Combine(checkout.Path, ".setup", "published")).Length);
        running.Kill(entireProcessTree: true);
    }

    [Fact]
    public async Task A_link_before_the_first_start_names_the_command_to_start()
    {
        using var checkout = new FakeCheckout();

        var (code, output) = await checkout.RunAsync("run", "--link");

        Assert.Equal(1, code);
        Assert.Contains("Start it first: scripts/run", output);
    }

    private static IEnumerable<string> ShortCalls(FakeCheckout checkout) => checkout.Calls.Select(call => string.Join(' ', call.Split(' ').Take(2)));

    private static string Url((int ExitCode, string Output) run) =>
        run.Output.Split('\n').Single(line => line.StartsWith("ASPNETCORE_URLS=", StringComparison.Ordinal));
}
