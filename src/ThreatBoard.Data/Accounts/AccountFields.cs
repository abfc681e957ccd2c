using System.Net.Mail;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data.Accounts;

/// <summary>What a name and an e-mail address must be.</summary>
internal static class AccountFields
{
    public static AccountProblem? Problem(NewAccount asked) =>
        OfName(asked.Name) ?? OfEmail(asked.Email)
        ?? (PasswordRules.Problem(asked.Password, asked.Name, asked.Email) is { } problem ? new("password", problem) : null);

    public static AccountProblem? OfName(string name) =>
        name.Trim() is { Length: > 0 and <= Limits.Person } kept && !kept.Any(char.IsControl) ? null : new("name", $"Give a name of 1 to {Limits.Person} characters.");

    public static AccountProblem? OfEmail(string email) =>
        email.Trim() is { Length: > 0 and <= Account.LongestEmail } kept && MailAddress.TryCreate(kept, out var address) && address.Address == kept && kept.All(c => c is > ' ' and < '\x7f')
            ? null
            : new("email", "Give an e-mail address, such as ada@example.org.");
}
