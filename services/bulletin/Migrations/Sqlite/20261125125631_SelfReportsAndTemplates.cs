using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Bulletin.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SelfReportsAndTemplates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "category",
                table: "counted_record",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "reminded_on",
                table: "bulletin",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bulletin_template",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    overview = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    practices = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    problems = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    requirements = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    issuer_mark = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    addressee = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    copies_to = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    printed_by = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    sign_off_steps = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletin_template", x => x.unit);
                });

            migrationBuilder.CreateTable(
                name: "indicator_name",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    zh_name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_name", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "practice_proposal",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    materials = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    bulletin = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    decline_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_practice_proposal", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateTable(
                name: "self_report",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    half = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    indicators = table.Column<string>(type: "TEXT", nullable: false),
                    objection = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    disputed = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    person = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    reported_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_self_report", x => new { x.unit, x.year, x.half });
                });

            migrationBuilder.CreateIndex(
                name: "ix_self_report_year_half",
                table: "self_report",
                columns: new[] { "year", "half" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bulletin_template");

            migrationBuilder.DropTable(
                name: "indicator_name");

            migrationBuilder.DropTable(
                name: "practice_proposal");

            migrationBuilder.DropTable(
                name: "self_report");

            migrationBuilder.DropColumn(
                name: "category",
                table: "counted_record");

            migrationBuilder.DropColumn(
                name: "reminded_on",
                table: "bulletin");
        }
    }
}
