using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Bulletin.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FactsOfSeveralDays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_fact",
                table: "fact");

            migrationBuilder.AddPrimaryKey(
                name: "pk_fact",
                table: "fact",
                columns: new[] { "source", "indicator", "day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_fact",
                table: "fact");

            migrationBuilder.AddPrimaryKey(
                name: "pk_fact",
                table: "fact",
                columns: new[] { "source", "indicator" });
        }
    }
}
