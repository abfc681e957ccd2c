using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThreatBoard.Migrations
{
    /// <inheritdoc />
    public partial class Iterations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "asks_approval",
                table: "workspace",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "bands_critical",
                table: "workspace",
                type: "integer",
                nullable: false,
                defaultValue: 15);

            migrationBuilder.AddColumn<int>(
                name: "bands_high",
                table: "workspace",
                type: "integer",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<int>(
                name: "bands_medium",
                table: "workspace",
                type: "integer",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.AddColumn<string>(
                name: "time_zone",
                table: "workspace",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "UTC");

            migrationBuilder.AddColumn<bool>(
                name: "verifier_differs",
                table: "workspace",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "assessment_looked_at",
                table: "threat",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "assessment_source",
                table: "threat",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "priority_priority",
                table: "threat",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "priority_reason",
                table: "threat",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "treatment_to",
                table: "threat",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "evidence_link",
                table: "mitigation",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "evidence_text",
                table: "mitigation",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "implemented_at",
                table: "mitigation",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "implemented_name",
                table: "mitigation",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "implemented_person",
                table: "mitigation",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "verified_at",
                table: "mitigation",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "verified_name",
                table: "mitigation",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "verified_person",
                table: "mitigation",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "acceptance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    threat = table.Column<Guid>(type: "uuid", nullable: false),
                    renews = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    decision_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_is_alone = table.Column<bool>(type: "boolean", nullable: true),
                    decision_is_approved = table.Column<bool>(type: "boolean", nullable: true),
                    decision_name = table.Column<string>(type: "text", nullable: true),
                    decision_person = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_word = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    ending_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ending_kind = table.Column<string>(type: "text", nullable: true),
                    ending_name = table.Column<string>(type: "text", nullable: true),
                    ending_person = table.Column<Guid>(type: "uuid", nullable: true),
                    ending_word = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    requested_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    requested_person = table.Column<Guid>(type: "uuid", nullable: false),
                    terms_controls = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    terms_expires = table.Column<DateOnly>(type: "date", nullable: false),
                    terms_reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acceptance", x => new { x.model_id, x.id });
                    table.CheckConstraint("ck_acceptance_approver", "decision_is_approved IS NOT TRUE OR decision_is_alone OR decision_person <> requested_person");
                    table.ForeignKey(
                        name: "FK_acceptance_acceptance_model_id_renews",
                        columns: x => new { x.model_id, x.renews },
                        principalTable: "acceptance",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_acceptance_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_acceptance_threat_model_id_threat",
                        columns: x => new { x.model_id, x.threat },
                        principalTable: "threat",
                        principalColumns: new[] { "model_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "coverage_mark",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    word = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    digest = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    subject_component = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN subject_kind = 'component' THEN subject_id END", stored: true),
                    subject_flow = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN subject_kind = 'flow' THEN subject_id END", stored: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coverage_mark", x => new { x.model_id, x.id });
                    table.CheckConstraint("ck_coverage_mark_subject", "subject_kind IN ('component', 'flow')");
                    table.ForeignKey(
                        name: "FK_coverage_mark_component_model_id_subject_component",
                        columns: x => new { x.model_id, x.subject_component },
                        principalTable: "component",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_coverage_mark_flow_model_id_subject_flow",
                        columns: x => new { x.model_id, x.subject_flow },
                        principalTable: "flow",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_coverage_mark_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "iteration",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    phase = table.Column<string>(type: "text", nullable: false),
                    closings = table.Column<string>(type: "jsonb", nullable: false),
                    participants = table.Column<string[]>(type: "text[]", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    opened_person = table.Column<Guid>(type: "uuid", nullable: false),
                    reason_cause = table.Column<string>(type: "text", nullable: false),
                    reason_change_set = table.Column<long>(type: "bigint", nullable: true),
                    reason_word = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    rules_run_digest = table.Column<string>(type: "text", nullable: true),
                    rules_run_known = table.Column<string[]>(type: "text[]", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_iteration", x => new { x.model_id, x.id });
                    table.CheckConstraint("ck_iteration_number", "number > 0");
                    table.ForeignKey(
                        name: "FK_iteration_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "review_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    due_since = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    owner_account = table.Column<Guid>(type: "uuid", nullable: true),
                    owner_kind = table.Column<string>(type: "text", nullable: false),
                    owner_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_plan", x => new { x.model_id, x.id });
                    table.CheckConstraint("ck_review_plan_months", "months BETWEEN 1 AND 60");
                    table.ForeignKey(
                        name: "FK_review_plan_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "approval",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    iteration = table.Column<Guid>(type: "uuid", nullable: true),
                    digest = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    asked_person = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_is_alone = table.Column<bool>(type: "boolean", nullable: true),
                    decision_is_given = table.Column<bool>(type: "boolean", nullable: true),
                    decision_name = table.Column<string>(type: "text", nullable: true),
                    decision_person = table.Column<Guid>(type: "uuid", nullable: true),
                    decision_word = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_approval", x => new { x.model_id, x.id });
                    table.ForeignKey(
                        name: "FK_approval_iteration_model_id_iteration",
                        columns: x => new { x.model_id, x.iteration },
                        principalTable: "iteration",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_approval_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_workspace_bands",
                table: "workspace",
                sql: "1 < bands_medium AND bands_medium < bands_high AND bands_high < bands_critical AND bands_critical <= 25");

            migrationBuilder.CreateIndex(
                name: "IX_acceptance_model_id_renews",
                table: "acceptance",
                columns: new[] { "model_id", "renews" });

            migrationBuilder.CreateIndex(
                name: "ux_acceptance_asked",
                table: "acceptance",
                columns: new[] { "model_id", "threat" },
                unique: true,
                filter: "ending_kind IS NULL AND decision_is_approved IS DISTINCT FROM FALSE AND decision_is_approved IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_acceptance_holds",
                table: "acceptance",
                columns: new[] { "model_id", "threat" },
                unique: true,
                filter: "ending_kind IS NULL AND decision_is_approved IS DISTINCT FROM FALSE AND decision_is_approved");

            migrationBuilder.CreateIndex(
                name: "IX_approval_model_id_iteration",
                table: "approval",
                columns: new[] { "model_id", "iteration" });

            migrationBuilder.CreateIndex(
                name: "IX_coverage_mark_model_id_subject_component",
                table: "coverage_mark",
                columns: new[] { "model_id", "subject_component" });

            migrationBuilder.CreateIndex(
                name: "IX_coverage_mark_model_id_subject_flow",
                table: "coverage_mark",
                columns: new[] { "model_id", "subject_flow" });

            migrationBuilder.CreateIndex(
                name: "ux_iteration_number",
                table: "iteration",
                columns: new[] { "model_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_iteration_open",
                table: "iteration",
                column: "model_id",
                unique: true,
                filter: "phase <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ux_review_plan",
                table: "review_plan",
                column: "model_id",
                unique: true);

            IterationGuards.Raise(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance");

            migrationBuilder.DropTable(
                name: "approval");

            migrationBuilder.DropTable(
                name: "coverage_mark");

            migrationBuilder.DropTable(
                name: "review_plan");

            migrationBuilder.DropTable(
                name: "iteration");

            migrationBuilder.DropCheckConstraint(
                name: "ck_workspace_bands",
                table: "workspace");

            migrationBuilder.DropColumn(
                name: "asks_approval",
                table: "workspace");

            migrationBuilder.DropColumn(
                name: "bands_critical",
                table: "workspace");

            migrationBuilder.DropColumn(
                name: "bands_high",
                table: "workspace");

            migrationBuilder.DropColumn(
                name: "bands_medium",
                table: "workspace");

            migrationBuilder.DropColumn(
                name: "time_zone",
                table: "workspace");

            migrationBuilder.DropColumn(
                name: "verifier_differs",
                table: "workspace");

            migrationBuilder.DropColumn(
                name: "assessment_looked_at",
                table: "threat");

            migrationBuilder.DropColumn(
                name: "assessment_source",
                table: "threat");

            migrationBuilder.DropColumn(
                name: "priority_priority",
                table: "threat");

            migrationBuilder.DropColumn(
                name: "priority_reason",
                table: "threat");

            migrationBuilder.DropColumn(
                name: "treatment_to",
                table: "threat");

            migrationBuilder.DropColumn(
                name: "evidence_link",
                table: "mitigation");

            migrationBuilder.DropColumn(
                name: "evidence_text",
                table: "mitigation");

            migrationBuilder.DropColumn(
                name: "implemented_at",
                table: "mitigation");

            migrationBuilder.DropColumn(
                name: "implemented_name",
                table: "mitigation");

            migrationBuilder.DropColumn(
                name: "implemented_person",
                table: "mitigation");

            migrationBuilder.DropColumn(
                name: "verified_at",
                table: "mitigation");

            migrationBuilder.DropColumn(
                name: "verified_name",
                table: "mitigation");

            migrationBuilder.DropColumn(
                name: "verified_person",
                table: "mitigation");
        }
    }
}
