using ThreatBoard.Web.Ui;

namespace ThreatBoard.Web.Tests.Ui;

public sealed class TimeWordsTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-10, "just now")]
    [InlineData(-60, "1 minute ago")]
    [InlineData(-7200, "2 hours ago")]
    [InlineData(-86400 * 3, "3 days ago")]
    [InlineData(-86400 * 70, "2 months ago")]
    [InlineData(-86400 * 800, "2 years ago")]
    [InlineData(86400 * 2, "in 2 days")]
    public void Times_are_said_as_people_say_them(int seconds, string words) => Assert.Equal(words, TimeWords.Ago(s_now.AddSeconds(seconds), s_now));
}
