using Microsoft.AspNetCore.Mvc;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Features.Account;

/// <summary>Where people have accounts (in local mode nobody has): password, then the second factor where the person has one, then a session.</summary>
public static class PasswordSteps
{
    public static void MapPasswordSteps(this IEndpointRouteBuilder routes)
    {
        var steps = routes.MapGroup("/login").AllowAnonymous().RequireRateLimiting(SignInLimit.Policy);
        steps.MapPost("/password", AskPasswordAsync);
        steps.MapPost("/code", (HttpContext http, SecondFactors factors, SignInSteps next, [FromForm] string? code, [FromForm] string? returnUrl) =>
            AskFactorAsync(http, next, "/login/second", (person, address) => factors.TryCodeAsync(person, code, address, http.RequestAborted), returnUrl));
        steps.MapPost("/recovery-code", (HttpContext http, SecondFactors factors, SignInSteps next, [FromForm] string? code, [FromForm] string? returnUrl) =>
            AskFactorAsync(http, next, "/login/recovery", (person, address) => factors.TryRecoveryCodeAsync(person, code, address, http.RequestAborted), returnUrl));
    }

    private static async Task<IResult> AskPasswordAsync(
        HttpContext http, PasswordSignIn passwords, SignInSteps next, [FromForm] string? email, [FromForm] string? password, [FromForm] string? returnUrl)
    {
        var proven = await passwords.TryAsync(email, password, SignInSteps.AddressOf(http), http.RequestAborted);
        if (proven is null) return To("/login?problem=refused", returnUrl);
        if (!proven.AsksForSecondFactor) return await next.FinishAsync(http, proven.Person, SignInMethod.Password, secondFactor: false, returnUrl);
        next.Half.Remember(http, proven.Person);
        return To("/login/second", returnUrl);
    }

    private static async Task<IResult> AskFactorAsync(HttpContext http, SignInSteps next, string page, Func<Guid, string, Task<bool>> isRight, string? returnUrl)
    {
        if (next.Half.PersonOf(http) is not { } person) return To("/login?problem=late", returnUrl);
        return await isRight(person, SignInSteps.AddressOf(http))
            ? await next.FinishAsync(http, person, SignInMethod.Password, secondFactor: true, returnUrl)
            : To($"{page}?problem=refused", returnUrl);
    }

    private static IResult To(string page, string? returnUrl) => Results.LocalRedirect(ReturnAddress.SignInFirst(page, returnUrl));
}
