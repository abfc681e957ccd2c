using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ThreatBoard.Web.Hosting.SignIn;

/// <summary>Only somebody who looks for a page is sent to another; a script and the circuit are told.</summary>
internal static class LoginRedirect
{
    public static Task Answer(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            context.Response.Redirect(ReturnAddress.SignInFirst("/login", context.Request.Path + context.Request.QueryString));
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
