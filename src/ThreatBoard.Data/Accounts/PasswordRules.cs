using Microsoft.AspNetCore.Identity;

namespace ThreatBoard.Data.Accounts;

/// <summary>What a password must be: long, and none that is tried first; nothing about kinds of characters.</summary>
/// <remarks>
/// Twelve: five guesses in a quarter of an hour find nothing shorter either, but a stolen copy of the hashes is guessed at leisure.
/// Fifteen, which the standard recommends, is what the form suggests.
/// </remarks>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Least = 12;

    public const int Longest = 128;

    /// <summary>As much as must be left when name and address of the person are taken out.</summary>
    private const int LeastOfItsOwn = 8;

    private static readonly string[] s_product = ["threatboard"];

    /// <returns>What is wrong as a sentence that says what to do; null when it may be used.</returns>
    /// <param name="known">What an attacker knows of the person: name, e-mail address.</param>
    public static string? Problem(string? password, params IEnumerable<string> known) => password switch
    {
        null or { Length: < Least } => $"Use at least {Least} characters: a few words that do not belong together are easy to keep in mind.",
        { Length: > Longest } => $"Use at most {Longest} characters.",
        _ when KnownPasswords.Has(password) => "This password is among those that are tried first. Choose another, such as a few words that do not belong together.",
        _ when WithoutWhatIsKnown(password, known).Length < LeastOfItsOwn => "This password is mostly your name, your e-mail address or the name of this product. Choose another.",
        _ => null,
    };

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        Problem(password, user.Email ?? "") is { } problem ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = problem }) : IdentityResult.Success);

    private static string WithoutWhatIsKnown(string password, IEnumerable<string> known) =>
        known.SelectMany(text => text.Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length > 3).Concat(s_product)
            .Aggregate(password, (left, word) => left.Replace(word, "", StringComparison.OrdinalIgnoreCase));
}
