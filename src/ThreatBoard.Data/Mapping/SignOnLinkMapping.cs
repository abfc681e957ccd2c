using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Mapping;

internal sealed class SignOnLinkMapping : IEntityTypeConfiguration<SignOnLink>
{
    public void Configure(EntityTypeBuilder<SignOnLink> builder)
    {
        builder.ToTable("sign_on_link");
        builder.HasKey(link => new { link.Issuer, link.Subject });
        builder.Property(link => link.Issuer).HasMaxLength(SignOnLink.LongestIssuer);
        builder.Property(link => link.Subject).HasMaxLength(SignOnLink.LongestSubject);
        builder.HasIndex(link => link.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(link => link.PersonId).OnDelete(DeleteBehavior.NoAction);
    }
}
