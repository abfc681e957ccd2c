namespace ThreatBoard.Data.Publishing;

/// <summary>A stored revision is not what was published; somebody altered the database.</summary>
public sealed class DamagedRevisionException(string message) : Exception(message);
