using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Supervision.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ObservationFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "deliverables",
                table: "observation");

            migrationBuilder.CreateTable(
                name: "observation_file",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    observation = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    deliverable = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 130, nullable: false),
                    is_generated = table.Column<bool>(type: "INTEGER", nullable: false),
                    uploaded_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    pages = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_observation_file", x => new { x.unit, x.observation, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_observation_file_sha256",
                table: "observation_file",
                column: "sha256");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "observation_file");

            migrationBuilder.AddColumn<string>(
                name: "deliverables",
                table: "observation",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }
    }
}
