using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThreatBoard.Data.Accounts;

namespace ThreatBoard.Data.Mapping;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    private const int LongestHash = 500;
    private const int LongestStamp = 64;

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("account");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Email).HasMaxLength(Account.LongestEmail).IsRequired();
        builder.Property(a => a.NormalizedEmail).HasMaxLength(Account.LongestEmail).IsRequired();
        builder.Property(a => a.PasswordHash).HasMaxLength(LongestHash);
        builder.Property(a => a.FactorSecret).HasMaxLength(LongestHash);
        builder.Property(a => a.SecurityStamp).HasMaxLength(LongestStamp);
        builder.Property(a => a.ConcurrencyStamp).HasMaxLength(LongestStamp).IsConcurrencyToken();
        builder.Property(a => a.UserName).HasMaxLength(Account.LongestEmail).IsRequired();
        builder.Property(a => a.NormalizedUserName).HasMaxLength(Account.LongestEmail).IsRequired();
        builder.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasOne<Person>().WithOne().HasForeignKey<Account>(a => a.Id).OnDelete(DeleteBehavior.NoAction);
    }
}
