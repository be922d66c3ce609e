using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Sessions.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FormsAndPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "research_project",
                table: "activity",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "lecture",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    lecturer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    lecturer_text = table.Column<string>(type: "TEXT", maxLength: 410, nullable: false),
                    is_external = table.Column<bool>(type: "INTEGER", nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    outline = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    evaluation = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    filing_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    filed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    filed_by = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lecture", x => new { x.unit, x.session });
                });

            migrationBuilder.CreateTable(
                name: "lecturer",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    person_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    employer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    topics = table.Column<string>(type: "TEXT", nullable: false),
                    is_external = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lecturer", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateTable(
                name: "research_project",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    people = table.Column<string>(type: "TEXT", nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    @base = table.Column<string>(name: "base", type: "TEXT", maxLength: 200, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    research_topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    findings = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    suggestions = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    conversions = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    drop_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_research_project", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_research_project_unit_year",
                table: "research_project",
                columns: new[] { "unit", "year" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lecture");

            migrationBuilder.DropTable(
                name: "lecturer");

            migrationBuilder.DropTable(
                name: "research_project");

            migrationBuilder.DropColumn(
                name: "research_project",
                table: "activity");
        }
    }
}
