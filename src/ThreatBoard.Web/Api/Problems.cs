using Microsoft.AspNetCore.Http.HttpResults;

namespace ThreatBoard.Web.Api;

/// <summary>What the API answers when it cannot do what it was asked: problem details (RFC 9457), what is wrong and what to do.</summary>
public static class Problems
{
    public static ProblemHttpResult Unauthenticated() => Problem(
        StatusCodes.Status401Unauthorized, "No valid token", "Send a personal access token that has neither expired nor been revoked: Authorization: Bearer tb_…");

    public static ProblemHttpResult MissingScope() => Problem(
        StatusCodes.Status403Forbidden, "The token was not made for this", "Make a token with the scope that this operation names.");

    /// <summary>Also for what belongs to others: nobody can tell which.</summary>
    public static ProblemHttpResult NoSuchModel() => Problem(
        StatusCodes.Status404NotFound, "No such model", "No model with this id is open to this token.");

    public static ProblemHttpResult Bad(string detail) => Problem(StatusCodes.Status400BadRequest, "The request cannot be read", detail);

    public static ProblemHttpResult TooLarge(long most) => Problem(
        StatusCodes.Status413PayloadTooLarge, "The request is too large", $"At most {most / 1_000_000} MB are read at once: leave some out, or import one service after the other.");

    public static ProblemHttpResult WrongType(string expected) => Problem(
        StatusCodes.Status415UnsupportedMediaType, "This content type is not read", $"Send {expected}.");

    public static ProblemHttpResult KeyReused() => Problem(
        StatusCodes.Status409Conflict, "The idempotency key was used for another request", "Make a new key for each request; repeat one only with the same content.");

    public static ProblemHttpResult NotUnderstood(string detail, IReadOnlyList<string> problems) => TypedResults.Problem(
        detail, statusCode: StatusCodes.Status422UnprocessableEntity, title: "Nothing could be imported",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["problems"] = problems });

    public static ProblemHttpResult Ambiguous(IReadOnlyList<string> choices) => TypedResults.Problem(
        "Files define the same objects differently: say which counts (prefer=FILE), or which are not to be read (leaveOut=FILE).",
        statusCode: StatusCodes.Status422UnprocessableEntity, title: "Which file counts is open",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["problems"] = choices });

    private static ProblemHttpResult Problem(int status, string title, string detail) => TypedResults.Problem(detail, statusCode: status, title: title);
}
