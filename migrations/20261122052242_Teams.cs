using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThreatBoard.Migrations
{
    /// <inheritdoc />
    public partial class Teams : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "owner",
                table: "threat",
                newName: "owner_name");

            migrationBuilder.RenameColumn(
                name: "owner",
                table: "mitigation",
                newName: "owner_name");

            migrationBuilder.AddColumn<bool>(
                name: "requires_second_factor",
                table: "workspace",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_account",
                table: "threat",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner_kind",
                table: "threat",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "disabled_at",
                table: "person",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_administrator",
                table: "person",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_account",
                table: "mitigation",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner_kind",
                table: "mitigation",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "by_sign_on",
                table: "membership",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "created_by_id",
                table: "import_proposal",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "request_digest",
                table: "import_proposal",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "request_key",
                table: "import_proposal",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "author_id",
                table: "comment",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "edited_at",
                table: "comment",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "comment",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "access_token",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    prefix = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    scopes = table.Column<string[]>(type: "text[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_token", x => x.id);
                    table.ForeignKey(
                        name: "FK_access_token_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_access_token_workspace_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspace",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    factor_secret = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    factor_step = table.Column<long>(type: "bigint", nullable: false),
                    user_name = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    normalized_user_name = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    normalized_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    security_stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => x.id);
                    table.ForeignKey(
                        name: "FK_account_person_id",
                        column: x => x.id,
                        principalTable: "person",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "digest_setting",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wanted = table.Column<bool>(type: "boolean", nullable: false),
                    hour = table.Column<int>(type: "integer", nullable: false),
                    zone = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digest_setting", x => x.person_id);
                    table.ForeignKey(
                        name: "FK_digest_setting_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "draft",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    field = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    text = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false),
                    based_on = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft", x => new { x.person_id, x.model_id, x.kind, x.entity_id, x.field });
                    table.ForeignKey(
                        name: "FK_draft_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inbox_cursor",
                columns: table => new
                {
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox_cursor", x => x.model_id);
                    table.ForeignKey(
                        name: "FK_inbox_cursor_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "installation",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_installation", x => x.id);
                    table.CheckConstraint("ck_installation_is_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "invitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitation", x => x.id);
                    table.ForeignKey(
                        name: "FK_invitation_person_accepted_by",
                        column: x => x.accepted_by,
                        principalTable: "person",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_invitation_person_made_by",
                        column: x => x.made_by,
                        principalTable: "person",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_invitation_workspace_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspace",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: true),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    words = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_kind = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice", x => x.id);
                    table.ForeignKey(
                        name: "FK_notice_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_notice_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "presence",
                columns: table => new
                {
                    circuit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    page = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    selection = table.Column<string>(type: "character varying(740)", maxLength: 740, nullable: false),
                    editing = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    view = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    following = table.Column<Guid>(type: "uuid", nullable: true),
                    moved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_presence", x => x.circuit_id);
                })
                .Annotation("Npgsql:UnloggedTable", true);

            migrationBuilder.CreateTable(
                name: "recovery_code",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_code", x => new { x.person_id, x.hash });
                    table.ForeignKey(
                        name: "FK_recovery_code_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "reset_link",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reset_link", x => x.id);
                    table.ForeignKey(
                        name: "FK_reset_link_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "security_audit",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: true),
                    address = table.Column<string>(type: "text", nullable: false),
                    detail = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_security_audit", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    second_factor = table.Column<bool>(type: "boolean", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    browser = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session", x => x.id);
                    table.ForeignKey(
                        name: "FK_session_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "setup_link",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setup_link", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "sign_on_link",
                columns: table => new
                {
                    issuer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_on_link", x => new { x.issuer, x.subject });
                    table.ForeignKey(
                        name: "FK_sign_on_link_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "team",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_team", x => x.id);
                    table.UniqueConstraint("AK_team_workspace_id_id", x => new { x.workspace_id, x.id });
                    table.ForeignKey(
                        name: "FK_team_workspace_workspace_id",
                        column: x => x.workspace_id,
                        principalTable: "workspace",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "team_member",
                columns: table => new
                {
                    team_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_team_member", x => new { x.team_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_team_member_membership_workspace_id_person_id",
                        columns: x => new { x.workspace_id, x.person_id },
                        principalTable: "membership",
                        principalColumns: new[] { "workspace_id", "person_id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_team_member_team_workspace_id_team_id",
                        columns: x => new { x.workspace_id, x.team_id },
                        principalTable: "team",
                        principalColumns: new[] { "workspace_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_import_proposal_model_id_request_key",
                table: "import_proposal",
                columns: new[] { "model_id", "request_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_comment_model_id_revision",
                table: "comment",
                columns: new[] { "model_id", "revision" });

            migrationBuilder.CreateIndex(
                name: "IX_access_token_person_id",
                table: "access_token",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_access_token_prefix",
                table: "access_token",
                column: "prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_token_workspace_id",
                table: "access_token",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "IX_account_normalized_email",
                table: "account",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_normalized_user_name",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_draft_updated_at",
                table: "draft",
                column: "updated_at");

            migrationBuilder.CreateIndex(
                name: "IX_invitation_accepted_by",
                table: "invitation",
                column: "accepted_by");

            migrationBuilder.CreateIndex(
                name: "IX_invitation_made_by",
                table: "invitation",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "IX_invitation_token_hash",
                table: "invitation",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitation_workspace_id",
                table: "invitation",
                column: "workspace_id");

            migrationBuilder.CreateIndex(
                name: "IX_notice_model_id",
                table: "notice",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "IX_notice_person_id_at",
                table: "notice",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_notice_person_id_model_id_key",
                table: "notice",
                columns: new[] { "person_id", "model_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notice_unread",
                table: "notice",
                column: "person_id",
                filter: "read_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_presence_model_id",
                table: "presence",
                column: "model_id");

            migrationBuilder.CreateIndex(
                name: "IX_reset_link_person_id",
                table: "reset_link",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_reset_link_token_hash",
                table: "reset_link",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_security_audit_workspace_id_number",
                table: "security_audit",
                columns: new[] { "workspace_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_session_person_id",
                table: "session",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_sign_on_link_person_id",
                table: "sign_on_link",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_team_member_workspace_id_person_id",
                table: "team_member",
                columns: new[] { "workspace_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "IX_team_member_workspace_id_team_id",
                table: "team_member",
                columns: new[] { "workspace_id", "team_id" });

            migrationBuilder.AddForeignKey(
                name: "FK_comment_revision_model_id_revision",
                table: "comment",
                columns: new[] { "model_id", "revision" },
                principalTable: "revision",
                principalColumns: new[] { "model_id", "number" });

            OwnerMoves.Settle(migrationBuilder);
            AuditGuards.Raise(migrationBuilder);
            InboxStart.Begin(migrationBuilder);
            InstallationGuards.Raise(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_comment_revision_model_id_revision",
                table: "comment");

            migrationBuilder.DropTable(
                name: "access_token");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "digest_setting");

            migrationBuilder.DropTable(
                name: "draft");

            migrationBuilder.DropTable(
                name: "inbox_cursor");

            migrationBuilder.DropTable(
                name: "installation");

            migrationBuilder.DropTable(
                name: "invitation");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "presence");

            migrationBuilder.DropTable(
                name: "recovery_code");

            migrationBuilder.DropTable(
                name: "reset_link");

            migrationBuilder.DropTable(
                name: "security_audit");

            migrationBuilder.DropTable(
                name: "session");

            migrationBuilder.DropTable(
                name: "setup_link");

            migrationBuilder.DropTable(
                name: "sign_on_link");

            migrationBuilder.DropTable(
                name: "team_member");

            migrationBuilder.DropTable(
                name: "team");

            migrationBuilder.DropIndex(
                name: "IX_import_proposal_model_id_request_key",
                table: "import_proposal");

            migrationBuilder.DropIndex(
                name: "IX_comment_model_id_revision",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "requires_second_factor",
                table: "workspace");

            migrationBuilder.DropColumn(
                name: "owner_account",
                table: "threat");

            migrationBuilder.DropColumn(
                name: "owner_kind",
                table: "threat");

            migrationBuilder.DropColumn(
                name: "disabled_at",
                table: "person");

            migrationBuilder.DropColumn(
                name: "is_administrator",
                table: "person");

            migrationBuilder.DropColumn(
                name: "owner_account",
                table: "mitigation");

            migrationBuilder.DropColumn(
                name: "owner_kind",
                table: "mitigation");

            migrationBuilder.DropColumn(
                name: "by_sign_on",
                table: "membership");

            migrationBuilder.DropColumn(
                name: "created_by_id",
                table: "import_proposal");

            migrationBuilder.DropColumn(
                name: "request_digest",
                table: "import_proposal");

            migrationBuilder.DropColumn(
                name: "request_key",
                table: "import_proposal");

            migrationBuilder.DropColumn(
                name: "author_id",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "edited_at",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "comment");

            migrationBuilder.RenameColumn(
                name: "owner_name",
                table: "threat",
                newName: "owner");

            migrationBuilder.RenameColumn(
                name: "owner_name",
                table: "mitigation",
                newName: "owner");
        }
    }
}
