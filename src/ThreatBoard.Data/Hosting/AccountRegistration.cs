using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Hosting;

/// <summary>Registers accounts: ASP.NET Core Identity keeps and hashes, ThreatBoard counts guesses, sessions and second factors.</summary>
internal static class AccountRegistration
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>().AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = PasswordWork.Rounds);
        services.AddIdentityCore<Account>(Configure).AddUserStore<UserOnlyStore<Account, ThreatBoardDb, Guid>>().AddPasswordValidator<PasswordRules>();
        services.AddSingleton<PasswordWork>();
        services.AddSingleton<PasswordSignIn>();
        services.AddSingleton<NewAccounts>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<Profiles>();
    }

    // Length and the list are in PasswordRules; what kinds of characters a password has is nobody's business.
    private static void Configure(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = "";
        identity.Password = new() { RequiredLength = PasswordRules.Least, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
    }
}
