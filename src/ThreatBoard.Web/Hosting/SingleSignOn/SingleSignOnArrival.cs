using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using ThreatBoard.Data;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Web.Hosting.SignIn;

namespace ThreatBoard.Web.Hosting.SingleSignOn;

/// <summary>What happens when somebody comes back from the provider: a session, or a page that says why not; both with a line in the security audit.</summary>
public sealed class SingleSignOnArrival(Data.SingleSignOn people, SingleSignOnSettings settings, SignInSteps steps, SecurityAudit audit) : OAuthEvents
{
    public const string RefusedPage = "/login/refused";

    private const string Way = "single sign-on";

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var proof = context.Properties!.GetParameter<SignOnProof>(OpenIdHandler.Proof)!;
        context.HandleResponse();
        if (await people.EnterAsync(proof.Who, settings.Groups, SignInSteps.AddressOf(http), http.RequestAborted) is not { } person)
        {
            await RefuseAsync(http, SignOnRefusal.Disabled, $"The person {proof.Who.Subject} is disabled.");
            return;
        }

        await steps.BeginAsync(http, person, SignInMethod.SingleSignOn, proof.SecondFactor, Way);
        await GoOnAsync(http.Response, context.ReturnUri ?? "/");
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        var refused = context.Failure as SignOnRefusedException ?? Named(context.Failure);
        await RefuseAsync(context.HttpContext, refused.Refusal, refused.Message);
    }

    public async Task RefuseAsync(HttpContext http, SignOnRefusal refusal, string why)
    {
        await audit.AppendAsync(new(AuditKind.SignInRefused, Person: null, Address: SignInSteps.AddressOf(http)) { Detail = new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = Way, ["why"] = why } }, http.RequestAborted);
        http.Response.Redirect($"{RefusedPage}?why={refusal.ToString().ToLowerInvariant()}");
    }

    // The framework's own failures: what is before the exchange concerns the browser, what is in it the provider.
    private static SignOnRefusedException Named(Exception? failure) => failure is AuthenticationFailureException { Message: var message }
        && (message.StartsWith("Correlation", StringComparison.Ordinal) || message.StartsWith("The oauth state", StringComparison.Ordinal))
            ? new(SignOnRefusal.NotBegunHere, "The answer does not belong to a sign-in that this browser began.", failure)
            : new(SignOnRefusal.Provider, "The provider refused, or did not answer as it should.", failure);

    // Not a redirect: the browser came from another site, and sends the strict cookie only with what a page of ours begins.
    private static Task GoOnAsync(HttpResponse response, string path)
    {
        response.ContentType = "text/html; charset=utf-8";
        var address = HtmlEncoder.Default.Encode(path);
        return response.WriteAsync(
            $"<!DOCTYPE html><html lang=\"en\"><head><title>ThreatBoard</title><meta http-equiv=\"refresh\" content=\"0;url={address}\"></head><body><a href=\"{address}\">Go on to ThreatBoard</a></body></html>");
    }
}
