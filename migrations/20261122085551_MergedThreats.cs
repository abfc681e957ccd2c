using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ThreatBoard.Migrations
{
    /// <inheritdoc />
    public partial class MergedThreats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                table: "threat",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_threat_model_id_merged_into",
                table: "threat",
                columns: new[] { "model_id", "merged_into" });

            migrationBuilder.AddForeignKey(
                name: "FK_threat_threat_model_id_merged_into",
                table: "threat",
                columns: new[] { "model_id", "merged_into" },
                principalTable: "threat",
                principalColumns: new[] { "model_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_threat_threat_model_id_merged_into",
                table: "threat");

            migrationBuilder.DropIndex(
                name: "IX_threat_model_id_merged_into",
                table: "threat");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "threat");
        }
    }
}
