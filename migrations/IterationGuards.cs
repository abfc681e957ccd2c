using Microsoft.EntityFrameworkCore.Migrations;

namespace ThreatBoard.Migrations;

/// <summary>What the tables of iterations need beside EF's model: keys on the parts of values, and words for what older rows did not say.</summary>
internal static class IterationGuards
{
    // Rewritten by the type's change, not by an UPDATE, whose pending triggers would forbid what follows.
    private const string OlderAssessments = """
        ALTER TABLE threat
          ALTER COLUMN assessment_source TYPE text USING CASE WHEN assessment_likelihood IS NOT NULL THEN 'Judgement' END,
          ALTER COLUMN assessment_looked_at TYPE text USING CASE WHEN assessment_likelihood IS NOT NULL THEN '' END;
        """;

    private const string Keys = """
        CREATE UNIQUE INDEX ux_coverage_mark ON coverage_mark (model_id, subject_id, category);
        CREATE INDEX ix_acceptance_expires ON acceptance (terms_expires) WHERE ending_kind IS NULL AND decision_is_approved IS DISTINCT FROM FALSE;
        """;

    public static void Raise(MigrationBuilder migration)
    {
        migration.Sql(OlderAssessments);
        migration.Sql(Keys);
    }
}
