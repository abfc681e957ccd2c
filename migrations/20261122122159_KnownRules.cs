using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThreatBoard.Migrations
{
    /// <inheritdoc />
    public partial class KnownRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "known_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rules = table.Column<string[]>(type: "text[]", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_rules", x => new { x.model_id, x.id });
                    table.ForeignKey(
                        name: "FK_known_rules_model_model_id",
                        column: x => x.model_id,
                        principalTable: "model",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ux_known_rules",
                table: "known_rules",
                column: "model_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_rules");
        }
    }
}
