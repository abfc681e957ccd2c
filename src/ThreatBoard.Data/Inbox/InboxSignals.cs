using Npgsql;
using ThreatBoard.Data.Live;

namespace ThreatBoard.Data.Inbox;

/// <summary>Whose inbox has changed: told in this process at once, and to the others by the database.</summary>
public sealed class InboxSignals(NpgsqlDataSource database)
{
    public const string Channel = "threatboard_inbox";

    private readonly Listeners<Guid> _changed = new();

    /// <summary>Calls <paramref name="changed"/> when this person's inbox has changed; it must neither block nor throw. Dispose the handle to end it.</summary>
    public Subscription Subscribe(Guid person, Action changed) => _changed.Add(whose =>
    {
        if (whose == person) changed();
    });

    /// <summary>After the commit; ids only, several in one statement.</summary>
    internal async Task PostAsync(IEnumerable<Guid> people, CancellationToken cancel)
    {
        var told = people.Distinct().ToArray();
        if (told.Length == 0) return;
        Array.ForEach(told, Hear);
        try
        {
            await using var command = database.CreateCommand("SELECT pg_notify($1, id::text) FROM unnest($2) AS id");
            command.Parameters.Add(new() { Value = Channel });
            command.Parameters.Add(new() { Value = told });
            await command.ExecuteNonQueryAsync(cancel);
        }
        catch (NpgsqlException)
        {
            // What is counted is in the database: other processes show it with the next signal or page.
        }
    }

    internal void Hear(Guid person) => _changed.Tell(person);
}
