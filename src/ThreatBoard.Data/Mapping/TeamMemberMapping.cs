using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Mapping;

internal sealed class TeamMemberMapping : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("team_member");
        builder.HasKey(m => new { m.TeamId, m.PersonId });
        builder.HasOne<Team>().WithMany().HasForeignKey(m => new { m.WorkspaceId, m.TeamId }).HasPrincipalKey(t => new { t.WorkspaceId, t.Id }).OnDelete(DeleteBehavior.Cascade);
        // Whoever leaves a workspace leaves its teams, in whichever way the membership ends.
        builder.HasOne<Membership>().WithMany().HasForeignKey(m => new { m.WorkspaceId, m.PersonId }).OnDelete(DeleteBehavior.Cascade);
    }
}
