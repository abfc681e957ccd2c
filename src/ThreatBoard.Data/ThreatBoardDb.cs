using Microsoft.EntityFrameworkCore;
using ThreatBoard.Data.Accounts;
using ThreatBoard.Data.Auditing;
using ThreatBoard.Data.Drafts;
using ThreatBoard.Data.Hosting;
using ThreatBoard.Data.Importing;
using ThreatBoard.Data.Inbox;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Data.Listing;
using ThreatBoard.Data.Mapping;
using ThreatBoard.Data.Presence;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Modeling;

namespace ThreatBoard.Data;

/// <summary>
/// The database as LINQ sees it, for reading: records are never tracked, and what a model consists of is written by <see cref="ModelStore"/> alone.
/// Restrict entities to a model with <c>db.Threats.Of(access)</c>.
/// </summary>
public sealed class ThreatBoardDb(DbContextOptions<ThreatBoardDb> options) : DbContext(options)
{
    public DbSet<Source> Sources => Set<Source>();

    public DbSet<Asset> Assets => Set<Asset>();

    public DbSet<Boundary> Boundaries => Set<Boundary>();

    public DbSet<Component> Components => Set<Component>();

    public DbSet<Flow> Flows => Set<Flow>();

    public DbSet<Control> Controls => Set<Control>();

    public DbSet<Actor> Actors => Set<Actor>();

    public DbSet<Threat> Threats => Set<Threat>();

    public DbSet<Mitigation> Mitigations => Set<Mitigation>();

    public DbSet<MitigationLink> MitigationLinks => Set<MitigationLink>();

    public DbSet<CoverageMark> CoverageMarks => Set<CoverageMark>();

    public DbSet<Iteration> Iterations => Set<Iteration>();

    public DbSet<Acceptance> Acceptances => Set<Acceptance>();

    public DbSet<Approval> Approvals => Set<Approval>();

    public DbSet<ReviewPlan> ReviewPlans => Set<ReviewPlan>();

    public DbSet<KnownRules> KnownRules => Set<KnownRules>();

    public DbSet<Diagram> Diagrams => Set<Diagram>();

    public DbSet<Placement> Placements => Set<Placement>();

    public DbSet<Comment> Comments => Set<Comment>();

    internal DbSet<ModelRow> Models => Set<ModelRow>();

    internal DbSet<Person> People => Set<Person>();

    internal DbSet<Workspace> Workspaces => Set<Workspace>();

    internal DbSet<Membership> Memberships => Set<Membership>();

    internal DbSet<Account> Accounts => Set<Account>();

    internal DbSet<Invitation> Invitations => Set<Invitation>();

    internal DbSet<ResetLink> ResetLinks => Set<ResetLink>();

    internal DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    internal DbSet<Session> Sessions => Set<Session>();

    internal DbSet<Installation> Installations => Set<Installation>();

    internal DbSet<SetupLink> SetupLinks => Set<SetupLink>();

    internal DbSet<AccessToken> Tokens => Set<AccessToken>();

    internal DbSet<SignOnLink> SignOnLinks => Set<SignOnLink>();

    internal DbSet<AuditRow> Audit => Set<AuditRow>();

    internal DbSet<Team> Teams => Set<Team>();

    internal DbSet<TeamMember> TeamMembers => Set<TeamMember>();

    internal DbSet<JournalEntryRow> JournalEntries => Set<JournalEntryRow>();

    internal DbSet<JournalChangeRow> JournalChanges => Set<JournalChangeRow>();

    internal DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    internal DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();

    internal DbSet<ImportProposal> Proposals => Set<ImportProposal>();

    internal DbSet<Draft> Drafts => Set<Draft>();

    internal DbSet<PresenceRow> Presences => Set<PresenceRow>();

    internal DbSet<Notice> Notices => Set<Notice>();

    internal DbSet<InboxCursor> InboxCursors => Set<InboxCursor>();

    internal DbSet<DigestSetting> DigestSettings => Set<DigestSetting>();

    internal DbSet<DataProtectionKeyRow> DataProtectionKeys => Set<DataProtectionKeyRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ValueConventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ThreatBoardDb).Assembly);
        ColumnNames.Apply(modelBuilder.Model);
    }
}
