using ThreatBoard.Domain.Modeling;
using ThreatBoard.Web.Commenting;

namespace ThreatBoard.Web.Tests.Commenting;

public sealed class MentionTextTests
{
    private static readonly Owner s_anna = Owner.Person(Guid.Parse("01990000-0000-7000-8000-000000000001"), "Anna");
    private static readonly Owner s_annaLee = Owner.Person(Guid.Parse("01990000-0000-7000-8000-000000000002"), "Anna Lee");
    private static readonly Owner s_ops = Owner.Team(Guid.Parse("01990000-0000-7000-8000-000000000003"), "Ops");
    private static readonly Owner s_otherAnna = Owner.Person(Guid.Parse("01990000-0000-7000-8000-000000000004"), "Anna");

    [Theory]
    [InlineData("@Anna, look", "{0}, look")]
    [InlineData("(@anna)", "({0})")]
    [InlineData("@Anna Lee and @Ops.", "{1} and {2}.")]
    [InlineData("mail anna@Anna.example", "mail anna@Anna.example")]
    [InlineData("@Annabel", "@Annabel")]
    [InlineData("@", "@")]
    [InlineData("@@Anna", "@{0}")]
    public async Task A_name_typed_after_an_at_means_the_one_who_is_called_so(string typed, string stored) =>
        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, stored, Of(s_anna), Of(s_annaLee), Of(s_ops)), await new MentionText().ToStoredAsync(typed, In(s_anna, s_annaLee, s_ops)));

    [Fact]
    public async Task A_name_that_two_have_means_whom_one_chose()
    {
        Assert.Equal("@Anna", await new MentionText().ToStoredAsync("@Anna", In(s_anna, s_otherAnna)));
        var text = new MentionText();
        Assert.Equal("@Anna", text.Choose(s_otherAnna));
        Assert.Equal(Of(s_anna), text.Choose(s_anna));
        Assert.Equal($"{Of(s_otherAnna)} {Of(s_anna)}", await text.ToStoredAsync($"@Anna {Of(s_anna)}", In(s_anna, s_otherAnna)));
    }

    [Fact]
    public async Task What_is_stored_is_typed_with_the_names_of_today_and_stored_the_same()
    {
        var stored = $"{Of(s_anna)} asked {Of(s_ops)} and {Of(s_otherAnna)}";
        var text = new MentionText();
        var typed = text.ToTyped(stored, m => m.Account == s_anna.Account ? "Anna B." : m.IsTeam ? "Ops" : null);
        Assert.Equal($"@Anna B. asked @Ops and {Of(s_otherAnna)}", typed);
        Assert.Equal(stored.Replace("[Anna](person:01990000-0000-7000-8000-000000000001)", "[Anna B.](person:01990000-0000-7000-8000-000000000001)", StringComparison.Ordinal), await text.ToStoredAsync(typed, In()));
    }

    [Theory]
    [InlineData("", "@", 0, "")]
    [InlineData("see @A", "see @An", 4, "An")]
    [InlineData("see @A later", "see @An later", 4, "An")]
    [InlineData("see @Anna L", "see @Anna Le", 4, "Anna Le")]
    public void While_a_name_is_typed_its_beginning_is_known(string before, string now, int at, string beginning) => Assert.Equal((at, beginning), MentionText.Typing(before, now));

    [Theory]
    [InlineData("a", "ab")]
    [InlineData("mail a", "mail a@")]
    [InlineData("@Anna", "@Anna\n")]
    [InlineData("@", "@ ")]
    [InlineData("@[Anna", "@[Anna]")]
    public void Nothing_is_offered_where_no_name_is_typed(string before, string now) => Assert.Null(MentionText.Typing(before, now));

    [Fact]
    public async Task Many_names_ask_only_so_often()
    {
        var asked = 0;
        await new MentionText().ToStoredAsync(string.Concat(Enumerable.Repeat("@nobody ", 1_000)), _ =>
        {
            asked++;
            return Task.FromResult<IReadOnlyList<Owner>>([]);
        });
        Assert.Equal(Mention.Most, asked);
    }

    private static string Of(Owner owner) => new Mention(owner.Kind is OwnerKind.Team, owner.Account!.Value, owner.Name).ToString();

    private static Func<string, Task<IReadOnlyList<Owner>>> In(params Owner[] owners) =>
        beginning => Task.FromResult<IReadOnlyList<Owner>>([.. owners.Where(owner => owner.Name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))]);
}
