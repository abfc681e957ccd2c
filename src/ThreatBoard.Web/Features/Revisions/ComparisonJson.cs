using System.Text.Json;
using ThreatBoard.Data.Journaling;
using ThreatBoard.Data.Publishing;
using ThreatBoard.Domain.Changes;
using ThreatBoard.Domain.Risk;
using ThreatBoard.Web.Comparing;

namespace ThreatBoard.Web.Features.Revisions;

/// <summary>A comparison as JSON for programs: entities by id with their fields in words, the risk, the flows, and the journal between.</summary>
public static class ComparisonJson
{
    /// <summary>Raised when a name or its meaning changes.</summary>
    private const int Format = 1;

    public static byte[] Write(ComparedRevisions compared, IReadOnlyList<JournalEntryRow> entries)
    {
        using var stored = new MemoryStream();
        using (var json = new Utf8JsonWriter(stored, new() { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("model", compared.ModelName);
            Side(json, "from", compared.From);
            Side(json, "to", compared.To);
            Changes(json, compared.Comparison);
            Moved(json, compared.Comparison);
            Risk(json, compared.Comparison);
            Flows(json, compared.Comparison);
            Decisions(json, compared.Comparison);
            Journal(json, entries);
            json.WriteEndObject();
        }

        return stored.ToArray();
    }

    private static void Side(Utf8JsonWriter json, string name, RevisionSummary? revision)
    {
        if (revision is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("revision", revision.Number);
        json.WriteString("author", revision.Author);
        json.WriteString("at", revision.At);
        json.WriteString("message", revision.Message);
        json.WriteString("hash", Convert.ToHexStringLower(revision.Hash));
        json.WriteEndObject();
    }

    private static void Changes(Utf8JsonWriter json, RevisionComparison comparison)
    {
        json.WriteStartArray("changes");
        foreach (var entity in comparison.Entities)
        {
            json.WriteStartObject();
            json.WriteString("kind", entity.Entity.Kind);
            json.WriteString("id", entity.Entity.Id);
            json.WriteString("title", entity.Title);
            json.WriteString("change", TreeLines.WordOf(entity.Kind));
            json.WriteStartArray("fields");
            foreach (var field in entity.Fields)
            {
                json.WriteStartObject();
                json.WriteString("field", field.Name);
                if (entity.Kind is not ChangeKind.Added) json.WriteString("before", field.Before);
                if (entity.Kind is not ChangeKind.Removed) json.WriteString("after", field.After);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Moved(Utf8JsonWriter json, RevisionComparison comparison)
    {
        json.WriteStartArray("moved");
        foreach (var moved in comparison.Moved)
        {
            json.WriteStartObject();
            json.WriteString("element", moved.Element.ToString());
            json.WriteString("title", moved.Title);
            json.WriteString("diagram", moved.Diagram);
            json.WriteNumber("fromX", moved.From.X);
            json.WriteNumber("fromY", moved.From.Y);
            json.WriteNumber("toX", moved.To.X);
            json.WriteNumber("toY", moved.To.Y);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Risk(Utf8JsonWriter json, RevisionComparison comparison)
    {
        json.WriteStartObject("risk");
        json.WriteNumber("scoreBefore", comparison.Sums.Before.Score);
        json.WriteNumber("scoreAfter", comparison.Sums.After.Score);
        json.WriteStartArray("threats");
        foreach (var move in comparison.Risk.Threats)
        {
            json.WriteStartObject();
            json.WriteString("id", move.Threat.Id.Value);
            json.WriteString("title", move.Threat.Title);
            json.WriteBoolean("new", move.IsNew);
            json.WriteBoolean("gone", move.IsGone);
            json.WriteBoolean("reRated", move.IsReRated);
            json.WriteBoolean("treatedDifferently", move.IsTreatedOtherwise);
            Rated(json, "before", move.From, move.Before);
            Rated(json, "after", move.To, move.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Rated(Utf8JsonWriter json, string name, Rating? carried, ThreatState? state)
    {
        if (state is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("status", state.Status.ToString());
        if (carried is not null)
        {
            json.WriteNumber("likelihood", carried.Likelihood);
            json.WriteNumber("impact", carried.Impact);
        }

        json.WriteEndObject();
    }

    private static void Flows(Utf8JsonWriter json, RevisionComparison comparison)
    {
        json.WriteStartArray("flows");
        foreach (var shift in comparison.Flows)
        {
            json.WriteStartObject();
            json.WriteString("id", shift.Now.Id.Value);
            json.WriteString("what", shift.What.ToString());
            json.WriteString("control", shift.Control);
            json.WriteBoolean("gained", shift.IsGain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Decisions(Utf8JsonWriter json, RevisionComparison comparison)
    {
        json.WriteStartArray("decisions");
        foreach (var line in comparison.Decisions)
        {
            json.WriteStartObject();
            json.WriteString("at", line.At);
            json.WriteString("who", line.Who);
            json.WriteString("what", line.Words);
            if (line.About is { } about) json.WriteString("about", about.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Journal(Utf8JsonWriter json, IReadOnlyList<JournalEntryRow> entries)
    {
        json.WriteStartArray("journal");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteNumber("number", entry.Number);
            json.WriteString("author", entry.Author);
            json.WriteString("at", entry.At);
            json.WriteString("kind", entry.Kind.ToString());
            json.WriteString("summary", entry.Summary);
            json.WriteString("reason", entry.Reason);
            json.WriteNumber("changes", entry.Changes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
