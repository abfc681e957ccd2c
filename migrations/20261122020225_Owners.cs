using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThreatBoard.Migrations
{
    /// <inheritdoc />
    public partial class Owners : Migration
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
                name: "IX_team_member_workspace_id_person_id",
                table: "team_member",
                columns: new[] { "workspace_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "IX_team_member_workspace_id_team_id",
                table: "team_member",
                columns: new[] { "workspace_id", "team_id" });

            OwnerMoves.Settle(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "team_member");

            migrationBuilder.DropTable(
                name: "team");

            migrationBuilder.DropColumn(
                name: "owner_account",
                table: "threat");

            migrationBuilder.DropColumn(
                name: "owner_kind",
                table: "threat");

            migrationBuilder.DropColumn(
                name: "owner_account",
                table: "mitigation");

            migrationBuilder.DropColumn(
                name: "owner_kind",
                table: "mitigation");

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
