using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Supervision.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Inspection : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "extensions",
                table: "rectification_notice",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "pause_reason",
                table: "rectification_notice",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "paused_on",
                table: "rectification_notice",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "check",
                table: "problem",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "campaign",
                table: "observation",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "feedback_due_on",
                table: "observation",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "fixed_on",
                table: "observation",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "form_template",
                table: "observation",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "default");

            migrationBuilder.AddColumn<string>(
                name: "materials",
                table: "observation",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'{\"scheme\":\"\",\"materials\":[],\"speechDrafts\":[],\"sentBy\":\"\"}'");

            migrationBuilder.AddColumn<DateOnly>(
                name: "materials_due_on",
                table: "observation",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "short_notice_reason",
                table: "observation",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "warnings",
                table: "observation",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.CreateTable(
                name: "assessment",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    scheme = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    results = table.Column<string>(type: "TEXT", nullable: false),
                    rulebook = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    evaluated_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    shown_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    finalised_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateTable(
                name: "form_template",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_template", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateTable(
                name: "observation_campaign",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    training = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_observation_campaign", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateTable(
                name: "score_scheme",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_score_scheme", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateTable(
                name: "study_fact",
                columns: table => new
                {
                    resource = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    counts = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_study_fact", x => new { x.resource, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "supervision_check",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    organiser = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    source = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    concluded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_check", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_problem_unit_check_line",
                table: "problem",
                columns: new[] { "unit", "check", "line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_observation_campaign",
                table: "observation",
                column: "campaign");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_unit_scheme_from_to",
                table: "assessment",
                columns: new[] { "unit", "scheme", "from", "to" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_study_fact_unit_on",
                table: "study_fact",
                columns: new[] { "unit", "on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessment");

            migrationBuilder.DropTable(
                name: "form_template");

            migrationBuilder.DropTable(
                name: "observation_campaign");

            migrationBuilder.DropTable(
                name: "score_scheme");

            migrationBuilder.DropTable(
                name: "study_fact");

            migrationBuilder.DropTable(
                name: "supervision_check");

            migrationBuilder.DropIndex(
                name: "ix_problem_unit_check_line",
                table: "problem");

            migrationBuilder.DropIndex(
                name: "ix_observation_campaign",
                table: "observation");

            migrationBuilder.DropColumn(
                name: "extensions",
                table: "rectification_notice");

            migrationBuilder.DropColumn(
                name: "pause_reason",
                table: "rectification_notice");

            migrationBuilder.DropColumn(
                name: "paused_on",
                table: "rectification_notice");

            migrationBuilder.DropColumn(
                name: "check",
                table: "problem");

            migrationBuilder.DropColumn(
                name: "campaign",
                table: "observation");

            migrationBuilder.DropColumn(
                name: "feedback_due_on",
                table: "observation");

            migrationBuilder.DropColumn(
                name: "fixed_on",
                table: "observation");

            migrationBuilder.DropColumn(
                name: "form_template",
                table: "observation");

            migrationBuilder.DropColumn(
                name: "materials",
                table: "observation");

            migrationBuilder.DropColumn(
                name: "materials_due_on",
                table: "observation");

            migrationBuilder.DropColumn(
                name: "short_notice_reason",
                table: "observation");

            migrationBuilder.DropColumn(
                name: "warnings",
                table: "observation");
        }
    }
}
