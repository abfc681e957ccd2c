using System.Reflection;
using Xunit.v3;

namespace ThreatBoard.Browser.Tests.Running;

/// <summary>After every test, whatever it was about: each journal, replayed from nothing, is what the rows hold.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class JournalProofAttribute : BeforeAfterTestAttribute
{
    // The hook is synchronous; nothing else runs meanwhile.
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Task.Run(ProveAsync).GetAwaiter().GetResult();

    private static async Task ProveAsync()
    {
        var suite = await TestContext.Current.GetFixture<LoggedIn>();
        await suite!.Stored.ProveAsync(CancellationToken.None);
        if (suite.Colleagues.Stored is { } stored) await stored.ProveAsync(CancellationToken.None);
    }
}
