using System.Collections.Immutable;

namespace ThreatBoard.Web.Pictures;

/// <summary>A point of a picture, in model units.</summary>
public readonly record struct PicturePoint(double X, double Y);

/// <summary>A flow, or several of the same direction, as an arrow along its points.</summary>
/// <param name="Points">At least two: from the edge of one box to the edge of the other.</param>
/// <param name="Label">Protocol and port, or how many they are.</param>
/// <param name="Look"><c>none</c>, <c>unknown</c>, <c>tls</c> or <c>mtls</c>: the weakest of them.</param>
public sealed record PictureLine(ImmutableArray<PicturePoint> Points, string Label, string Look, bool Crosses)
{
    /// <summary>Where the middle of the label's foot stands.</summary>
    public PicturePoint LabelAt { get; init; }

    /// <summary>What stands at the line: the label, and what protects the flow.</summary>
    public string Words => Label.Length == 0 ? "" : Label + (Look is "tls" ? " · TLS" : Look is "mtls" ? " · mTLS" : "");
}
