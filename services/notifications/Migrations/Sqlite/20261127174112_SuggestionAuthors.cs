using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Notifications.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SuggestionAuthors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "person_name",
                table: "suggestion",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "person_name",
                table: "suggestion");
        }
    }
}
