using ThreatBoard.Architecture.Tests.Checks;
using ThreatBoard.Architecture.Tests.Sources;

namespace ThreatBoard.Architecture.Tests;

public sealed class HabitTests
{
    /// <summary>This project names what it looks for.</summary>
    private static IEnumerable<SourceFile> Code => Repository.Code.Where(f => !f.Path.StartsWith("tests/ThreatBoard.Architecture.Tests/", StringComparison.Ordinal));

    private static IEnumerable<SourceFile> Tests => Code.Where(f => f.IsTest);

    private static IEnumerable<SourceFile> Product => Code.Where(f => f.IsProduct);

    [Fact]
    public void Nothing_catches_every_exception() => Offenders.AreNone(Habits.CatchesEverything(Product));

    [Fact]
    public void There_are_no_regions() => Offenders.AreNone(Habits.Regions(Code));

    [Fact]
    public void Nothing_is_left_for_later() => Offenders.AreNone(Habits.LeftForLater(Code));

    [Fact]
    public void Nothing_puts_markup_on_a_page_unescaped() => Offenders.AreNone(Habits.RawMarkup(Product));

    [Fact]
    public void Only_interop_classes_talk_to_the_browser() => Offenders.AreNone(Habits.ScriptsInPages(Product));

    [Fact]
    public void Tests_wait_for_the_thing_and_not_for_time() =>
        // A benchmark's people keep a rhythm; that is waiting for time by design.
        Offenders.AreNone(Habits.WaitsForTime(Tests.Where(f => !f.Path.StartsWith("tests/ThreatBoard.Benchmarks/", StringComparison.Ordinal))));

    [Fact]
    public void Only_an_absent_corpus_skips_a_test() => Offenders.AreNone(Habits.Skips(Tests));

    [Fact]
    public void Pages_act_for_the_person_who_is_signed_in() => Offenders.AreNone(Habits.PagesBeyondTheirPerson(Product));

    [Theory]
    [InlineData("access.ForAsync(Caller.OfProcess(person), model, Right.Read, cancel)")]
    [InlineData("await OwnedDatabase.VerifyAsync(progress: null, cancel)")]
    public void A_page_that_acts_for_the_process_is_named(string line) =>
        Offenders.Names(Habits.PagesBeyondTheirPerson([Offenders.Sample("src/ThreatBoard.Web/Features/Audit/A.cs", line)]), "A.cs:1");

    [Fact]
    public void A_command_that_acts_for_the_process_is_fine() =>
        Assert.Empty(Habits.PagesBeyondTheirPerson([Offenders.Sample("src/ThreatBoard.Web/Commands/A.cs", "Caller.OfProcess(person)")]));

    [Fact]
    public void Features_do_not_reach_into_each_other() => Offenders.AreNone(Features.ReachingAcross(Product));

    [Fact]
    public void Nothing_names_a_path_of_one_machine_or_a_private_registry() => Offenders.AreNone(
        Places.OfOneMachine(Repository.Texts.Where(f => f.Path != "tests/ThreatBoard.Architecture.Tests/HabitTests.cs")));

    [Theory]
    [InlineData("try { } catch (Exception problem) { }")]
    [InlineData("try { } catch (System.Exception) { }")]
    [InlineData("try { } catch { }")]
    public void Catching_everything_is_named(string text) => Offenders.Names(Habits.CatchesEverything([InMethod(text)]), "catches everything");

    [Fact]
    public void Catching_something_is_fine() =>
        Assert.Empty(Habits.CatchesEverything([InMethod("try { } catch (IOException) { } catch (Exception e) when (e is FormatException) { } catch { Close(); throw; }")]));

    [Fact]
    public void A_region_is_named() => Offenders.Names(Habits.Regions([Offenders.Sample("src/A.cs", "  #region Fields\n")]), "src/A.cs:1");

    [Fact]
    public void A_task_in_a_comment_is_named() => Offenders.Names(Habits.LeftForLater([Offenders.Sample("src/A.cs", "\n// TODO later\n")]), "src/A.cs:2");

    [Fact]
    public void Markup_is_named_everywhere_but_in_its_file()
    {
        Offenders.Names(Habits.RawMarkup([Offenders.Sample("src/A.razor", "@((MarkupString)name)")]), "src/A.razor:1");
        Assert.Empty(Habits.RawMarkup([Offenders.Sample(Habits.MarkupFile, "new MarkupString(safe)")]));
    }

    [Theory]
    [InlineData("src/Page.razor", "@inject IJSRuntime Browser")]
    [InlineData("src/Page.cs", "class Page { IJSRuntime Browser { get; set; } void M() { Browser.InvokeVoidAsync(\"alert\"); } }")]
    [InlineData("src/Page.cs", "class Page(IJSRuntime browser) { void M() => browser.InvokeAsync<string>(\"prompt\"); }")]
    [InlineData("src/Page.cs", "class Page { private IJSRuntime? _browser; void M() => _browser!.ToString(); IJSObjectReference? _module; }")]
    public void A_page_that_runs_scripts_is_named(string path, string text) =>
        Offenders.Names(Habits.ScriptsInPages([Offenders.Sample(path, text)]), path);

    [Fact]
    public void An_interop_class_and_a_page_that_only_hands_it_the_runtime_are_fine()
    {
        Assert.Empty(Habits.ScriptsInPages([Offenders.Sample("src/DiagramInterop.cs", "class DiagramInterop(IJSRuntime browser) { void M() => browser.InvokeVoidAsync(\"x\"); }")]));
        Assert.Empty(Habits.ScriptsInPages([Offenders.Sample("src/Page.cs", "class Page { IJSRuntime Browser { get; set; } void M() => DiagramInterop.MountAsync(Browser); }")]));
    }

    [Theory]
    [InlineData("await Task.Delay(100);")]
    [InlineData("Thread.Sleep(100);")]
    [InlineData("await page.WaitForTimeoutAsync(100);")]
    public void A_test_that_sleeps_is_named(string text) => Offenders.Names(Habits.WaitsForTime([InMethod(text)]), "waits for time");

    [Theory]
    [InlineData("[Fact(Skip = \"flaky\")] void Test() { }")]
    [InlineData("void Test() { Assert.Skip(\"no time\"); }")]
    [InlineData("void Test() { Assert.SkipUnless(isLinux, \"only there\"); }")]
    public void A_test_that_skips_is_named(string member) =>
        Offenders.Names(Habits.Skips([Offenders.Sample("tests/A.cs", $"class A {{ {member} }}")]), "skips");

    [Fact]
    public void A_test_that_skips_without_the_corpus_is_fine() =>
        Assert.Empty(Habits.Skips([InMethod("Assert.SkipUnless(Corpus.IsThere, Corpus.WhyNot);")]));

    [Fact]
    public void A_feature_that_reaches_into_another_is_named_and_its_own_is_not()
    {
        const string path = "src/ThreatBoard.Web/Features/Threats/Page.razor";
        Offenders.Names(Features.ReachingAcross([Offenders.Sample(path, "@using ThreatBoard.Web.Features.Models")]), "Models");
        Assert.Empty(Features.ReachingAcross([Offenders.Sample(path, "@using ThreatBoard.Web.Features.Threats")]));
    }

    [Theory]
    [InlineData("see /work/main/notes")]
    [InlineData("in /home/somebody/project")]
    [InlineData("\"resolved\": \"https://npm.example.internal/left-pad.tgz\"")]
    [InlineData("<add value=\"http://nexus:8081/index.json\" />")]
    public void A_place_of_one_machine_is_named(string line) => Offenders.Names(Places.OfOneMachine([Offenders.Sample("a.txt", line)]), "a.txt:1");

    [Fact]
    public void Public_places_are_fine() =>
        Assert.Empty(Places.OfOneMachine([Offenders.Sample("a.txt", "https://registry.npmjs.org/a.tgz, ../work/main/x and https://example.org/work/x/y")]));

    private static SourceFile InMethod(string text) => Offenders.Sample("src/A.cs", $"class A {{ void M() {{ {text} }} }}");
}
