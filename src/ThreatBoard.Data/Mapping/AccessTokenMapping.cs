using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Mapping;

internal sealed class AccessTokenMapping : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        builder.ToTable("access_token");
        builder.Property(token => token.Id).ValueGeneratedNever();
        builder.Property(token => token.Name).HasMaxLength(AccessToken.LongestName);
        builder.HasIndex(token => token.Prefix).IsUnique();
        builder.HasIndex(token => token.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(token => token.PersonId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(token => token.WorkspaceId).OnDelete(DeleteBehavior.NoAction);
    }
}
