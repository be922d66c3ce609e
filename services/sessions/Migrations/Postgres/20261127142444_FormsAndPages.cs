using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Sessions.Migrations.Postgres
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
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "lecture",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    lecturer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    lecturer_text = table.Column<string>(type: "character varying(410)", maxLength: 410, nullable: false),
                    is_external = table.Column<bool>(type: "boolean", nullable: false),
                    topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    outline = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    evaluation = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    filing_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    filed_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lecture", x => new { x.unit, x.session });
                });

            migrationBuilder.CreateTable(
                name: "lecturer",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    person_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    employer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    topics = table.Column<string>(type: "text", nullable: false),
                    is_external = table.Column<bool>(type: "boolean", nullable: false),
                    is_retired = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lecturer", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateTable(
                name: "research_project",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    people = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    @base = table.Column<string>(name: "base", type: "character varying(200)", maxLength: 200, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    research_topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    findings = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    suggestions = table.Column<string>(type: "character varying(10000)", maxLength: 10000, nullable: false),
                    conversions = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    drop_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
