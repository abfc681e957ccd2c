using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("grapes over the harbour")]
    [InlineData("zwölf Boxkämpfer jagen")]
    [InlineData("kx7vmq2rtb9z")]
    [InlineData("            x            y")]
    [InlineData("correcthorsebatterystaple!")]
    [InlineData("🦔🦔🦊🦊 walk at night")]
    public void A_long_password_may_be_of_any_characters(string password) => Assert.Null(PasswordRules.Problem(password));

    [Fact]
    public void Sixty_four_and_more_characters_are_taken_up_to_the_limit()
    {
        var words = string.Concat(Enumerable.Range(0, 40).Select(i => $"{i * 7919 % 1000:x}-"));
        Assert.Null(PasswordRules.Problem(words[..64]));
        Assert.Null(PasswordRules.Problem(words[..PasswordRules.Longest]));
        Assert.NotNull(PasswordRules.Problem(words[..(PasswordRules.Longest + 1)]));
    }

    [Theory]
    [InlineData("elevenchars")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("passwordpassword")]
    [InlineData("Password1234")]
    [InlineData("123456789012")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("!monkey2024!")]
    public void What_is_tried_first_is_refused(string? password) => Assert.NotNull(PasswordRules.Problem(password));

    [Theory]
    [InlineData("ThreatBoard2026")]
    [InlineData("Lovelace-augusta7")]
    [InlineData("augusta.lovelace@example.org")]
    public void What_is_known_of_the_person_is_no_password(string password) => Assert.NotNull(PasswordRules.Problem(password, "Augusta Lovelace", "augusta.lovelace@example.org"));

    [Fact]
    public void The_bundled_list_is_more_than_the_standard_asks_for() => Assert.InRange(KnownPasswords.Count, 3_000, 100_000);
}
