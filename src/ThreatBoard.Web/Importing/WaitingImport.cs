using ThreatBoard.Data.Importing;

namespace ThreatBoard.Web.Importing;

/// <summary>A stored reading that nobody has decided about, with what it would change in the model as it is now.</summary>
/// <param name="HasMoved">The model has changed since the change set was shown last.</param>
public sealed record WaitingImport(ImportProposal Import, ChangeSet Set, string ModelName, bool HasMoved);
