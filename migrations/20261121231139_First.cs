using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThreatBoard.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    friendly_name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "workspace",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workspace", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "membership",
                columns: table => new
                {
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership", x => new { x.workspace_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_membership_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_membership_workspace_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspace",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "model",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_model", x => x.id);
                    table.ForeignKey(
                        name: "FK_model_workspace_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspace",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "asset",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    classification = table.Column<string>(type: "text", nullable: false),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asset", x => new { x.model_id, x.id });
                    table.ForeignKey(
                        name: "FK_asset_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "boundary",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    tenancy = table.Column<Guid>(type: "uuid", nullable: true),
                    zone = table.Column<Guid>(type: "uuid", nullable: true),
                    nodes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    origins = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_boundary", x => new { x.model_id, x.id });
                    table.ForeignKey(
                        name: "FK_boundary_boundary_model_id_tenancy",
                        columns: x => new { x.model_id, x.tenancy },
                        principalTable: "boundary",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_boundary_boundary_model_id_zone",
                        columns: x => new { x.model_id, x.zone },
                        principalTable: "boundary",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_boundary_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "diagram",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    grouping = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diagram", x => new { x.model_id, x.id });
                    table.ForeignKey(
                        name: "FK_diagram_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "flow",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    protocol = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    port = table.Column<int>(type: "integer", nullable: true),
                    privilege = table.Column<string>(type: "text", nullable: false),
                    monitored = table.Column<string>(type: "text", nullable: false),
                    carries = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    evidence = table.Column<string>(type: "jsonb", nullable: false),
                    origins = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    ends_from = table.Column<Guid>(type: "uuid", nullable: false),
                    ends_to = table.Column<Guid>(type: "uuid", nullable: false),
                    transport_authentication = table.Column<string>(type: "text", nullable: false),
                    transport_certificate = table.Column<string>(type: "text", nullable: false),
                    transport_encryption = table.Column<string>(type: "text", nullable: false),
                    transport_tls_ends = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flow", x => new { x.model_id, x.id });
                    table.CheckConstraint("ck_flow_port", "port BETWEEN 1 AND 65535");
                    table.ForeignKey(
                        name: "FK_flow_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "journal_entry",
                columns: table => new
                {
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    operation = table.Column<Guid>(type: "uuid", nullable: false),
                    operation_digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    undoes = table.Column<long>(type: "bigint", nullable: true),
                    changes = table.Column<int>(type: "integer", nullable: false),
                    body_digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_entry", x => new { x.model_id, x.number });
                    table.ForeignKey(
                        name: "FK_journal_entry_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "mitigation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    ticket = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mitigation", x => new { x.model_id, x.id });
                    table.ForeignKey(
                        name: "FK_mitigation_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "revision",
                columns: table => new
                {
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    message = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    layout = table.Column<byte[]>(type: "bytea", nullable: false),
                    record = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    layout_digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    record_digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    shape = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revision", x => new { x.model_id, x.number });
                    table.ForeignKey(
                        name: "FK_revision_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "snapshot",
                columns: table => new
                {
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_snapshot", x => new { x.model_id, x.sha256 });
                    table.ForeignKey(
                        name: "FK_snapshot_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "source",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cluster = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    environment = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    snapshot = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source", x => new { x.model_id, x.id });
                    table.ForeignKey(
                        name: "FK_source_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "component",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    technology = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    tenancy = table.Column<Guid>(type: "uuid", nullable: true),
                    zone = table.Column<Guid>(type: "uuid", nullable: true),
                    nodes = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    stores = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    is_container = table.Column<bool>(type: "boolean", nullable: false),
                    origins = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_component", x => new { x.model_id, x.id });
                    table.ForeignKey(
                        name: "FK_component_boundary_model_id_tenancy",
                        columns: x => new { x.model_id, x.tenancy },
                        principalTable: "boundary",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_component_boundary_model_id_zone",
                        columns: x => new { x.model_id, x.zone },
                        principalTable: "boundary",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_component_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "journal_change",
                columns: table => new
                {
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    entity_kind = table.Column<string>(type: "text", nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    before = table.Column<byte[]>(type: "bytea", nullable: true),
                    after = table.Column<byte[]>(type: "bytea", nullable: true),
                    shape = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_change", x => new { x.model_id, x.number, x.ordinal });
                    table.ForeignKey(
                        name: "FK_journal_change_journal_entry_model_id_number",
                        columns: x => new { x.model_id, x.number },
                        principalTable: "journal_entry",
                        principalColumns: new[] { "model_id", "number" });
                });

            migrationBuilder.CreateTable(
                name: "import_proposal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    cluster = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    environment = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    snapshot = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    decisions = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    decided_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_proposal", x => x.id);
                    table.ForeignKey(
                        name: "FK_import_proposal_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_import_proposal_snapshot_model_id_snapshot",
                        columns: x => new { x.model_id, x.snapshot },
                        principalTable: "snapshot",
                        principalColumns: new[] { "model_id", "sha256" });
                });

            migrationBuilder.CreateTable(
                name: "actor",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    capabilities = table.Column<string[]>(type: "text[]", nullable: false),
                    starts_at = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_actor", x => new { x.model_id, x.id });
                    table.ForeignKey(
                        name: "FK_actor_component_model_id_starts_at",
                        columns: x => new { x.model_id, x.starts_at },
                        principalTable: "component",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_actor_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "control",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    demand = table.Column<string>(type: "text", nullable: false),
                    origins = table.Column<string>(type: "jsonb", nullable: false),
                    of_boundary = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN of_kind = 'boundary' THEN of_id END", stored: true),
                    of_component = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN of_kind = 'component' THEN of_id END", stored: true),
                    of_flow = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN of_kind = 'flow' THEN of_id END", stored: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    of_id = table.Column<Guid>(type: "uuid", nullable: false),
                    of_kind = table.Column<string>(type: "text", nullable: false),
                    state_because = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    state_presence = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_control", x => new { x.model_id, x.id });
                    table.CheckConstraint("ck_control_of", "of_kind IN ('boundary', 'flow', 'component')");
                    table.ForeignKey(
                        name: "FK_control_boundary_model_id_of_boundary",
                        columns: x => new { x.model_id, x.of_boundary },
                        principalTable: "boundary",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_control_component_model_id_of_component",
                        columns: x => new { x.model_id, x.of_component },
                        principalTable: "component",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_control_flow_model_id_of_flow",
                        columns: x => new { x.model_id, x.of_flow },
                        principalTable: "flow",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_control_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "placement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    diagram = table.Column<Guid>(type: "uuid", nullable: false),
                    collapsed = table.Column<bool>(type: "boolean", nullable: false),
                    element_actor = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN element_kind = 'actor' THEN element_id END", stored: true),
                    element_boundary = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN element_kind = 'boundary' THEN element_id END", stored: true),
                    element_component = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN element_kind = 'component' THEN element_id END", stored: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    at_x = table.Column<double>(type: "double precision", nullable: false),
                    at_y = table.Column<double>(type: "double precision", nullable: false),
                    element_id = table.Column<Guid>(type: "uuid", nullable: false),
                    element_kind = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_placement", x => new { x.model_id, x.id });
                    table.ForeignKey(
                        name: "FK_placement_actor_model_id_element_actor",
                        columns: x => new { x.model_id, x.element_actor },
                        principalTable: "actor",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_placement_boundary_model_id_element_boundary",
                        columns: x => new { x.model_id, x.element_boundary },
                        principalTable: "boundary",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_placement_component_model_id_element_component",
                        columns: x => new { x.model_id, x.element_component },
                        principalTable: "component",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_placement_diagram_model_id_diagram",
                        columns: x => new { x.model_id, x.diagram },
                        principalTable: "diagram",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_placement_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "threat",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    actor = table.Column<Guid>(type: "uuid", nullable: true),
                    came_from = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "jsonb", nullable: false),
                    owner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    inherent_score = table.Column<int>(type: "integer", nullable: true),
                    residual_score = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    subject_asset = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN subject_ref_kind = 'asset' AND NOT subject_is_gone THEN subject_ref_id END", stored: true),
                    subject_boundary = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN subject_ref_kind = 'boundary' AND NOT subject_is_gone THEN subject_ref_id END", stored: true),
                    subject_component = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN subject_ref_kind = 'component' AND NOT subject_is_gone THEN subject_ref_id END", stored: true),
                    subject_flow = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN subject_ref_kind = 'flow' AND NOT subject_is_gone THEN subject_ref_id END", stored: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    assessment_impact = table.Column<int>(type: "integer", nullable: true),
                    assessment_justification = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    assessment_likelihood = table.Column<int>(type: "integer", nullable: true),
                    finding_discriminator = table.Column<string>(type: "text", nullable: true),
                    finding_rule = table.Column<string>(type: "text", nullable: true),
                    finding_subjects = table.Column<Guid[]>(type: "uuid[]", nullable: true),
                    subject_is_gone = table.Column<bool>(type: "boolean", nullable: false),
                    subject_was = table.Column<string>(type: "text", nullable: false),
                    subject_ref_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_ref_kind = table.Column<string>(type: "text", nullable: false),
                    suggested_impact = table.Column<int>(type: "integer", nullable: true),
                    suggested_likelihood = table.Column<int>(type: "integer", nullable: true),
                    treatment_kind = table.Column<string>(type: "text", nullable: false),
                    treatment_reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    verdict_answer = table.Column<string>(type: "text", nullable: false),
                    verdict_because = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_threat", x => new { x.model_id, x.id });
                    table.CheckConstraint("ck_threat_assessment", "assessment_likelihood BETWEEN 1 AND 5 AND assessment_impact BETWEEN 1 AND 5");
                    table.CheckConstraint("ck_threat_suggested", "suggested_likelihood BETWEEN 1 AND 5 AND suggested_impact BETWEEN 1 AND 5");
                    table.ForeignKey(
                        name: "FK_threat_actor_model_id_actor",
                        columns: x => new { x.model_id, x.actor },
                        principalTable: "actor",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_threat_asset_model_id_subject_asset",
                        columns: x => new { x.model_id, x.subject_asset },
                        principalTable: "asset",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_threat_boundary_model_id_subject_boundary",
                        columns: x => new { x.model_id, x.subject_boundary },
                        principalTable: "boundary",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_threat_component_model_id_subject_component",
                        columns: x => new { x.model_id, x.subject_component },
                        principalTable: "component",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_threat_flow_model_id_subject_flow",
                        columns: x => new { x.model_id, x.subject_flow },
                        principalTable: "flow",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_threat_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "comment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    on_actor = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN on_kind = 'actor' THEN on_id END", stored: true),
                    on_asset = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN on_kind = 'asset' THEN on_id END", stored: true),
                    on_boundary = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN on_kind = 'boundary' THEN on_id END", stored: true),
                    on_component = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN on_kind = 'component' THEN on_id END", stored: true),
                    on_control = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN on_kind = 'control' THEN on_id END", stored: true),
                    on_flow = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN on_kind = 'flow' THEN on_id END", stored: true),
                    on_mitigation = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN on_kind = 'mitigation' THEN on_id END", stored: true),
                    on_threat = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "CASE WHEN on_kind = 'threat' THEN on_id END", stored: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    on_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_kind = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_comment", x => new { x.model_id, x.id });
                    table.ForeignKey(
                        name: "FK_comment_actor_model_id_on_actor",
                        columns: x => new { x.model_id, x.on_actor },
                        principalTable: "actor",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_comment_asset_model_id_on_asset",
                        columns: x => new { x.model_id, x.on_asset },
                        principalTable: "asset",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_comment_boundary_model_id_on_boundary",
                        columns: x => new { x.model_id, x.on_boundary },
                        principalTable: "boundary",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_comment_component_model_id_on_component",
                        columns: x => new { x.model_id, x.on_component },
                        principalTable: "component",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_comment_control_model_id_on_control",
                        columns: x => new { x.model_id, x.on_control },
                        principalTable: "control",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_comment_flow_model_id_on_flow",
                        columns: x => new { x.model_id, x.on_flow },
                        principalTable: "flow",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_comment_mitigation_model_id_on_mitigation",
                        columns: x => new { x.model_id, x.on_mitigation },
                        principalTable: "mitigation",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_comment_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_comment_threat_model_id_on_threat",
                        columns: x => new { x.model_id, x.on_threat },
                        principalTable: "threat",
                        principalColumns: new[] { "model_id", "id" });
                });

            migrationBuilder.CreateTable(
                name: "mitigation_link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mitigation = table.Column<Guid>(type: "uuid", nullable: false),
                    threat = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    effect_impact = table.Column<int>(type: "integer", nullable: false),
                    effect_likelihood = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mitigation_link", x => new { x.model_id, x.id });
                    table.CheckConstraint("ck_mitigation_link_effect", "effect_likelihood BETWEEN 0 AND 4 AND effect_impact BETWEEN 0 AND 4");
                    table.ForeignKey(
                        name: "FK_mitigation_link_mitigation_model_id_mitigation",
                        columns: x => new { x.model_id, x.mitigation },
                        principalTable: "mitigation",
                        principalColumns: new[] { "model_id", "id" });
                    table.ForeignKey(
                        name: "FK_mitigation_link_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_mitigation_link_threat_model_id_threat",
                        columns: x => new { x.model_id, x.threat },
                        principalTable: "threat",
                        principalColumns: new[] { "model_id", "id" });
                });

            migrationBuilder.CreateIndex(
                name: "IX_actor_model_id_starts_at",
                table: "actor",
                columns: new[] { "model_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "IX_boundary_model_id_tenancy",
                table: "boundary",
                columns: new[] { "model_id", "tenancy" });

            migrationBuilder.CreateIndex(
                name: "IX_boundary_model_id_zone",
                table: "boundary",
                columns: new[] { "model_id", "zone" });

            migrationBuilder.CreateIndex(
                name: "IX_boundary_nodes",
                table: "boundary",
                column: "nodes")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_comment_model_id_on_actor",
                table: "comment",
                columns: new[] { "model_id", "on_actor" });

            migrationBuilder.CreateIndex(
                name: "IX_comment_model_id_on_asset",
                table: "comment",
                columns: new[] { "model_id", "on_asset" });

            migrationBuilder.CreateIndex(
                name: "IX_comment_model_id_on_boundary",
                table: "comment",
                columns: new[] { "model_id", "on_boundary" });

            migrationBuilder.CreateIndex(
                name: "IX_comment_model_id_on_component",
                table: "comment",
                columns: new[] { "model_id", "on_component" });

            migrationBuilder.CreateIndex(
                name: "IX_comment_model_id_on_control",
                table: "comment",
                columns: new[] { "model_id", "on_control" });

            migrationBuilder.CreateIndex(
                name: "IX_comment_model_id_on_flow",
                table: "comment",
                columns: new[] { "model_id", "on_flow" });

            migrationBuilder.CreateIndex(
                name: "IX_comment_model_id_on_mitigation",
                table: "comment",
                columns: new[] { "model_id", "on_mitigation" });

            migrationBuilder.CreateIndex(
                name: "IX_comment_model_id_on_threat",
                table: "comment",
                columns: new[] { "model_id", "on_threat" });

            migrationBuilder.CreateIndex(
                name: "IX_component_model_id_tenancy",
                table: "component",
                columns: new[] { "model_id", "tenancy" });

            migrationBuilder.CreateIndex(
                name: "IX_component_model_id_zone",
                table: "component",
                columns: new[] { "model_id", "zone" });

            migrationBuilder.CreateIndex(
                name: "IX_component_nodes",
                table: "component",
                column: "nodes")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_component_stores",
                table: "component",
                column: "stores")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_control_model_id_of_boundary",
                table: "control",
                columns: new[] { "model_id", "of_boundary" });

            migrationBuilder.CreateIndex(
                name: "IX_control_model_id_of_component",
                table: "control",
                columns: new[] { "model_id", "of_component" });

            migrationBuilder.CreateIndex(
                name: "IX_control_model_id_of_flow",
                table: "control",
                columns: new[] { "model_id", "of_flow" });

            migrationBuilder.CreateIndex(
                name: "IX_flow_carries",
                table: "flow",
                column: "carries")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "IX_import_proposal_model_id_snapshot",
                table: "import_proposal",
                columns: new[] { "model_id", "snapshot" });

            migrationBuilder.CreateIndex(
                name: "IX_journal_change_model_id_entity_id_number",
                table: "journal_change",
                columns: new[] { "model_id", "entity_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_journal_entry_model_id_author_id_number",
                table: "journal_entry",
                columns: new[] { "model_id", "author_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_journal_entry_model_id_operation",
                table: "journal_entry",
                columns: new[] { "model_id", "operation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_membership_person_id",
                table: "membership",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_mitigation_link_model_id_mitigation",
                table: "mitigation_link",
                columns: new[] { "model_id", "mitigation" });

            migrationBuilder.CreateIndex(
                name: "IX_mitigation_link_model_id_threat",
                table: "mitigation_link",
                columns: new[] { "model_id", "threat" });

            migrationBuilder.CreateIndex(
                name: "IX_model_workspace_id",
                table: "model",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "IX_placement_model_id_diagram",
                table: "placement",
                columns: new[] { "model_id", "diagram" });

            migrationBuilder.CreateIndex(
                name: "IX_placement_model_id_element_actor",
                table: "placement",
                columns: new[] { "model_id", "element_actor" });

            migrationBuilder.CreateIndex(
                name: "IX_placement_model_id_element_boundary",
                table: "placement",
                columns: new[] { "model_id", "element_boundary" });

            migrationBuilder.CreateIndex(
                name: "IX_placement_model_id_element_component",
                table: "placement",
                columns: new[] { "model_id", "element_component" });

            migrationBuilder.CreateIndex(
                name: "IX_threat_model_id_actor",
                table: "threat",
                columns: new[] { "model_id", "actor" });

            migrationBuilder.CreateIndex(
                name: "IX_threat_model_id_residual_score",
                table: "threat",
                columns: new[] { "model_id", "residual_score" });

            migrationBuilder.CreateIndex(
                name: "IX_threat_model_id_subject_asset",
                table: "threat",
                columns: new[] { "model_id", "subject_asset" });

            migrationBuilder.CreateIndex(
                name: "IX_threat_model_id_subject_boundary",
                table: "threat",
                columns: new[] { "model_id", "subject_boundary" });

            migrationBuilder.CreateIndex(
                name: "IX_threat_model_id_subject_component",
                table: "threat",
                columns: new[] { "model_id", "subject_component" });

            migrationBuilder.CreateIndex(
                name: "IX_threat_model_id_subject_flow",
                table: "threat",
                columns: new[] { "model_id", "subject_flow" });

            Guards.Raise(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "comment");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "import_proposal");

            migrationBuilder.DropTable(
                name: "journal_change");

            migrationBuilder.DropTable(
                name: "membership");

            migrationBuilder.DropTable(
                name: "mitigation_link");

            migrationBuilder.DropTable(
                name: "placement");

            migrationBuilder.DropTable(
                name: "revision");

            migrationBuilder.DropTable(
                name: "source");

            migrationBuilder.DropTable(
                name: "control");

            migrationBuilder.DropTable(
                name: "snapshot");

            migrationBuilder.DropTable(
                name: "journal_entry");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "mitigation");

            migrationBuilder.DropTable(
                name: "threat");

            migrationBuilder.DropTable(
                name: "diagram");

            migrationBuilder.DropTable(
                name: "actor");

            migrationBuilder.DropTable(
                name: "asset");

            migrationBuilder.DropTable(
                name: "flow");

            migrationBuilder.DropTable(
                name: "component");

            migrationBuilder.DropTable(
                name: "boundary");

            migrationBuilder.DropTable(
                name: "model");

            migrationBuilder.DropTable(
                name: "workspace");
        }
    }
}
