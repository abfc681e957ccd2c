using ThreatBoard.Browser.Tests.Running;

[assembly: AssemblyFixture(typeof(LoggedIn))]
[assembly: JournalProof]

// One small machine draws for one browser at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
