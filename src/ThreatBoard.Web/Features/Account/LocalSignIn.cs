using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace ThreatBoard.Web.Features.Account;

/// <summary>Local mode: whoever holds a fresh link from the terminal is the one person of this ThreatBoard.</summary>
public static class LocalSignIn
{
    public static void MapLocalSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/login/confirm", ConfirmAsync).AllowAnonymous();
        routes.MapPost("/logout/confirm", LeaveAsync);
    }

    private static async Task<IResult> ConfirmAsync(HttpContext http, LoginLinks links, [FromForm] string? token)
    {
        if (links.Consume(token) is var found and not LinkState.Valid)
            return Results.LocalRedirect($"/login?problem={found.ToString().ToLowerInvariant()}");
        var person = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Data.Database.LocalPerson.ToString()), new(ClaimTypes.Name, "You")], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(person), new AuthenticationProperties { IsPersistent = true });
        return Results.LocalRedirect("/");
    }

    // The form parameter makes the endpoint ask for an antiforgery token.
    private static async Task<IResult> LeaveAsync(HttpContext http, [FromForm] string? from)
    {
        await http.SignOutAsync();
        return Results.LocalRedirect("/login?problem=left");
    }
}
