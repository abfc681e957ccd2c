using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThreatBoard.Migrations
{
    /// <inheritdoc />
    public partial class AccessTokens : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_import_proposal_model_id_request_key",
                table: "import_proposal",
                columns: new[] { "model_id", "request_key" },
                unique: true);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_token");

            migrationBuilder.DropIndex(
                name: "IX_import_proposal_model_id_request_key",
                table: "import_proposal");

            migrationBuilder.DropColumn(
                name: "request_digest",
                table: "import_proposal");

            migrationBuilder.DropColumn(
                name: "request_key",
                table: "import_proposal");
        }
    }
}
