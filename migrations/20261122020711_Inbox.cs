using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThreatBoard.Migrations
{
    /// <inheritdoc />
    public partial class Inbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "created_by_id",
                table: "import_proposal",
                type: "uuid",
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

            migrationBuilder.CreateIndex(
                name: "IX_comment_model_id_revision",
                table: "comment",
                columns: new[] { "model_id", "revision" });

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

            migrationBuilder.AddForeignKey(
                name: "FK_comment_revision_model_id_revision",
                table: "comment",
                columns: new[] { "model_id", "revision" },
                principalTable: "revision",
                principalColumns: new[] { "model_id", "number" });

            InboxStart.Begin(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_comment_revision_model_id_revision",
                table: "comment");

            migrationBuilder.DropTable(
                name: "digest_setting");

            migrationBuilder.DropTable(
                name: "inbox_cursor");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropIndex(
                name: "IX_comment_model_id_revision",
                table: "comment");

            migrationBuilder.DropColumn(
                name: "created_by_id",
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
        }
    }
}
