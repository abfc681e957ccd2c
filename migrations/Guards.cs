using Microsoft.EntityFrameworkCore.Migrations;

namespace ThreatBoard.Migrations;

/// <summary>What EF's model cannot say: the application's role and what it may not do, and keys on the properties of values.</summary>
internal static class Guards
{
    private static readonly string[] s_written = ["journal_entry", "journal_change", "revision", "snapshot"];

    public static void Raise(MigrationBuilder migration)
    {
        migration.Sql(Keys);
        migration.Sql(Role);
        migration.Sql(Immutable);
        foreach (var table in s_written)
        {
            migration.Sql($"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM threatboard_app;");
            migration.Sql($"CREATE TRIGGER {table}_is_written_once BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();");
            migration.Sql($"CREATE TRIGGER {table}_is_never_emptied BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();");
        }
    }

    private const string Keys = """
        ALTER TABLE flow ADD CONSTRAINT fk_flow_from FOREIGN KEY (model_id, ends_from) REFERENCES component (model_id, id) DEFERRABLE INITIALLY DEFERRED;
        ALTER TABLE flow ADD CONSTRAINT fk_flow_to FOREIGN KEY (model_id, ends_to) REFERENCES component (model_id, id) DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX ix_flow_from ON flow (model_id, ends_from);
        CREATE INDEX ix_flow_to ON flow (model_id, ends_to);
        CREATE INDEX ix_threat_subject ON threat (model_id, subject_ref_id);
        CREATE INDEX ix_control_of ON control (model_id, of_id);
        CREATE INDEX ix_comment_on ON comment (model_id, on_id);
        CREATE INDEX ix_placement_element ON placement (model_id, element_id);
        CREATE UNIQUE INDEX ux_threat_finding ON threat (model_id, finding_rule, finding_subjects, finding_discriminator) WHERE finding_rule IS NOT NULL;
        CREATE UNIQUE INDEX ux_mitigation_link ON mitigation_link (model_id, mitigation, threat);
        CREATE UNIQUE INDEX ux_placement_element ON placement (model_id, diagram, element_id);
        """;

    // The role belongs to the cluster: another database, or somebody with the right to make roles, may have made it before.
    private const string Role = """
        DO $$
        BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'threatboard_app') THEN
            CREATE ROLE threatboard_app NOLOGIN;
          END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$;
        DO $$
        BEGIN
          IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
            EXECUTE format('GRANT threatboard_app TO %I', current_user);
          END IF;
        EXCEPTION WHEN insufficient_privilege THEN NULL; -- Whoever made the role has granted it.
        END $$;
        GRANT USAGE ON SCHEMA public TO threatboard_app;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO threatboard_app;
        REVOKE INSERT, UPDATE, DELETE ON "__EFMigrationsHistory" FROM threatboard_app;
        ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO threatboard_app;
        """;

    private const string Immutable = """
        CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'Rows of % are written once and stay.', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
        END $$;
        """;
}
