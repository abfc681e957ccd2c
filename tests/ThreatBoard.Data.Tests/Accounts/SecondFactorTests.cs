using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Tests.Accounts;

public sealed class SecondFactorTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SecondFactors Factors => database.Get<SecondFactors>();

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(2000000000, "279037")]
    public void The_codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt("12345678901234567890"u8.ToArray(), DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Fact]
    public void Base32_is_that_of_the_standard() => Assert.Equal("MZXW6YTB", Base32.Of("fooba"u8));

    [Fact]
    public async Task A_factor_is_asked_for_once_its_first_code_was_seen()
    {
        var (caller, secret, _) = await SetUpAsync();
        Assert.True((await Factors.StateAsync(caller, Cancel)).IsOn);
        Assert.Null(await Factors.BeginAsync(caller, Cancel));
        var stored = await StoredAsync(caller.Person);
        Assert.DoesNotContain(Convert.ToBase64String(secret), stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Base32.Of(secret), stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_first_code_turns_nothing_on()
    {
        var caller = await NewAsync();
        await Factors.BeginAsync(caller, Cancel);
        Assert.Null(await Factors.ConfirmAsync(caller, "no code", Cancel));
        Assert.False((await Factors.StateAsync(caller, Cancel)).IsOn);
    }

    [Fact]
    public async Task A_code_is_taken_once_however_many_try_it()
    {
        var (caller, secret, _) = await SetUpAsync();
        var next = Totp.CodeAt(secret, TimeProvider.System.GetUtcNow().AddSeconds(30));
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Factors.TryCodeAsync(caller.Person, next, "::1", Cancel)));
        Assert.Single(taken, right => right);
        Assert.False(await Factors.TryCodeAsync(caller.Person, next, "::1", Cancel));
    }

    [Fact]
    public async Task A_recovery_code_is_taken_once_and_the_rest_stay()
    {
        var (caller, _, codes) = await SetUpAsync();
        Assert.Equal(RecoveryCodes.Count, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.True(await Factors.TryRecoveryCodeAsync(caller.Person, $" {codes[0].ToLowerInvariant()} ", "::1", Cancel));
        Assert.False(await Factors.TryRecoveryCodeAsync(caller.Person, codes[0], "::1", Cancel));
        Assert.Equal(RecoveryCodes.Count - 1, (await Factors.StateAsync(caller, Cancel)).CodesLeft);
    }

    [Fact]
    [Trait("Matrix", "D6")]
    public async Task Codes_are_guessed_five_times_at_most()
    {
        var (caller, _, codes) = await SetUpAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Factors.TryCodeAsync(caller.Person, "no code", "::1", Cancel)));
        Assert.False(await Factors.TryRecoveryCodeAsync(caller.Person, codes[1], "::1", Cancel));
        Assert.Equal(RecoveryCodes.Count, (await Factors.StateAsync(caller, Cancel)).CodesLeft);
    }

    [Fact]
    public async Task Setting_it_up_ends_other_sessions_and_opens_what_asks_for_it_in_this_one()
    {
        var model = await database.NewModelAsync();
        var (here, there) = (await NewAsync(), Guid.Empty);
        there = (await database.Get<Sessions>().StartAsync(here.Person, SignInMethod.Password, secondFactor: false, "Other", "::1", Cancel)).Id;
        await database.TamperAsync("UPDATE workspace SET requires_second_factor = true");
        Assert.Null(await database.Access.ForAsync(here, model.ModelId, Right.Read, Cancel));
        Assert.Equal(["Workspace"], await database.Access.ShutWithoutSecondFactorAsync(here, Cancel));
        await TurnOnAsync(here);
        Assert.NotNull(await database.Access.ForAsync(here, model.ModelId, Right.Read, Cancel));
        Assert.Empty(await database.Access.ShutWithoutSecondFactorAsync(here, Cancel));
        Assert.Null(await database.Get<Sessions>().FindAliveAsync(there, Cancel));
        await Factors.TurnOffAsync(here, Cancel);
        Assert.Null(await database.Access.ForAsync(here, model.ModelId, Right.Read, Cancel));
        await database.TamperAsync("UPDATE workspace SET requires_second_factor = false");
    }

    [Fact]
    public async Task A_session_that_ended_changes_nothing()
    {
        var caller = await NewAsync();
        await database.Get<Sessions>().EndAllAsync(caller.Person, except: null, Cancel);
        Assert.Null(await Factors.BeginAsync(caller, Cancel));
        Assert.Equal("current", (await database.Get<Passwords>().ChangeAsync(caller, InvitationTests.Password, "quinces under the pier", Cancel))?.Field);
        Assert.Equal("password", (await database.Get<Profiles>().ChangeEmailAsync(caller, InvitationTests.Password, "thief@example.org", Cancel))?.Field);
        await database.Get<Profiles>().RenameAsync(caller, "Thief", Cancel);
        Assert.NotEqual("Thief", (await database.Get<Profiles>().GetAsync(caller, Cancel)).Name);
    }

    private async Task<(Caller Caller, byte[] Secret, IReadOnlyList<string> Codes)> SetUpAsync()
    {
        var caller = await NewAsync();
        var (secret, codes) = await TurnOnAsync(caller);
        return (caller, secret, codes);
    }

    private async Task<(byte[] Secret, IReadOnlyList<string> Codes)> TurnOnAsync(Caller caller)
    {
        var shown = await Factors.BeginAsync(caller, Cancel);
        var secret = FromBase32(shown!);
        var codes = await Factors.ConfirmAsync(caller, Totp.CodeAt(secret, TimeProvider.System.GetUtcNow()), Cancel);
        return (secret, codes!);
    }

    private async Task<Caller> NewAsync()
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        var (token, _) = await database.Get<Invitations>().MakeAsync(await database.WorkspaceAsync(), Role.Editor, email, Cancel);
        Assert.Null(await database.Get<Invitations>().AcceptAsync(token, new("Somebody", email, InvitationTests.Password), "::1", Cancel));
        var person = (await database.Get<PasswordSignIn>().TryAsync(email, InvitationTests.Password, "::1", Cancel))!.Person;
        return Caller.InSession(person, (await database.Get<Sessions>().StartAsync(person, SignInMethod.Password, secondFactor: false, "Firefox", "::1", Cancel)).Id);
    }

    private async Task<string> StoredAsync(Guid person)
    {
        await using var db = database.Db();
        return db.Accounts.Single(a => a.Id == person).FactorSecret!;
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
