using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Testing;

namespace ThreatBoard.Data.Tests.Accounts;

public sealed class LoginTokenTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private readonly TestClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private LoginTokens Tokens => new(database.Get<IDbContextFactory<ThreatBoardDb>>(), _clock);

    [Fact]
    public async Task A_link_works_once_even_when_it_is_used_twice_at_the_same_moment()
    {
        var token = await Tokens.IssueAsync(Database.LocalPerson, TimeSpan.FromMinutes(10), Cancel);

        var people = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Tokens.RedeemAsync(token, Cancel)));

        Assert.Equal(Database.LocalPerson, Assert.Single(people, person => person is not null)!.Id);
        Assert.Null(await Tokens.RedeemAsync(token, Cancel));
        Assert.Null(await Tokens.RedeemAsync("guessed", Cancel));
    }

    [Fact]
    public async Task A_link_expires()
    {
        var token = await Tokens.IssueAsync(Database.LocalPerson, TimeSpan.FromMinutes(10), Cancel);
        _clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Null(await Tokens.RedeemAsync(token, Cancel));
    }

    [Fact]
    public async Task Only_the_hash_of_a_token_is_stored()
    {
        var token = await Tokens.IssueAsync(Database.LocalPerson, TimeSpan.FromMinutes(10), Cancel);

        await using var db = database.Db();
        Assert.DoesNotContain(await db.LoginTokens.ToListAsync(Cancel), row => row.Hash.AsSpan().SequenceEqual(System.Text.Encoding.UTF8.GetBytes(token)));
    }

    [Fact]
    public void Keys_of_data_protection_are_found_by_the_next_process()
    {
        var keys = database.Get<DataProtectionKeys>();

        keys.StoreElement(new("key", "secret"), "key-1");

        Assert.Contains(new DataProtectionKeys(database.Get<IDbContextFactory<ThreatBoardDb>>(), _clock).GetAllElements(), element => element.Value == "secret");
    }
}
