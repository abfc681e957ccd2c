using ThreatBoard.Web.Features.Account;
using ThreatBoard.Web.Hosting;

namespace ThreatBoard.Web.Tests.Account;

public sealed class LoginLinksTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("threatboard-links-").FullName;
    private readonly SteppedClock _clock = new(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_link_works_once()
    {
        var links = Links();
        var token = links.Issue();
        Assert.Equal(LinkState.Valid, links.Consume(token));
        Assert.Equal(LinkState.Used, links.Consume(token));
    }

    [Fact]
    public void Looking_uses_nothing_up()
    {
        var links = Links();
        var token = links.Issue();
        Assert.Equal([LinkState.Valid, LinkState.Valid], [links.Look(token), links.Look(token)]);
        Assert.Equal(LinkState.Valid, links.Consume(token));
    }

    [Fact]
    public void A_link_expires_after_a_quarter_of_an_hour()
    {
        var links = Links();
        var token = links.Issue();
        _clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        Assert.Equal(LinkState.Expired, links.Consume(token));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("000000000000000000000000000000000000000000000000")]
    public void What_was_never_issued_is_unknown(string? token) => Assert.Equal(LinkState.Unknown, Links().Consume(token));

    [Fact]
    public async Task Of_many_at_the_same_time_one_gets_in()
    {
        var links = Links();
        var token = links.Issue();
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => links.Consume(token))));
        Assert.Single(results, LinkState.Valid);
    }

    [Fact]
    public void Another_process_with_the_same_folder_issues_for_this_one() =>
        Assert.Equal(LinkState.Valid, Links().Consume(Links().Issue()));

    [Fact]
    public void The_token_itself_is_stored_nowhere_and_others_cannot_read_the_files()
    {
        var token = Links().Issue();
        var files = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.Contains(token, StringComparison.Ordinal) || File.ReadAllText(file).Contains(token, StringComparison.Ordinal));
        foreach (var file in OperatingSystem.IsWindows() ? [] : files)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(file).UnixFileMode);
    }

    private LoginLinks Links() => new(new StateFolder(_folder), _clock);
}
