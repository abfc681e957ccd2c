using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ThreatBoard.Data.Door;

/// <summary>What the database itself refuses, such as a second finding of the same key, in words for the author.</summary>
internal static class DatabaseRefusal
{
    /// <summary>Null for any other failure.</summary>
    public static string? Of(Exception exception) => (exception as PostgresException ?? exception.InnerException as PostgresException) switch
    {
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ux_threat_finding" } => "The same finding is stored already: run the rules again.",
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ux_placement_element" } => "Somebody has placed this element on the diagram already: move it again.",
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ux_mitigation_link" } => "The mitigation is already linked to this threat: change its effect instead.",
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ux_coverage_mark" } => "Somebody has marked this cell already: change that mark instead.",
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ux_acceptance_asked" or "ux_acceptance_holds" } => "This threat has an acceptance already: decide or withdraw that one first.",
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ux_iteration_open" } => "An iteration is open already: close it first.",
        { SqlState: PostgresErrorCodes.CheckViolation, ConstraintName: "ck_acceptance_approver" } => "Whoever asks for an acceptance cannot approve it.",
        { SqlState: PostgresErrorCodes.UniqueViolation } twice => $"This exists already ({twice.ConstraintName}).",
        { SqlState: PostgresErrorCodes.ForeignKeyViolation } missing => $"Something that is named here does not exist (any more) ({missing.ConstraintName}).",
        { SqlState: PostgresErrorCodes.CheckViolation } wrong => $"A value lies outside its range ({wrong.ConstraintName}).",
        { SqlState: PostgresErrorCodes.StringDataRightTruncation } => "A text is longer than what is kept: shorten it.",
        { SqlState: PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire } => "A text holds a character that cannot be stored: remove it.",
        _ => null,
    };
}
