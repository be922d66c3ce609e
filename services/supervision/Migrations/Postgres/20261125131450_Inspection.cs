using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Supervision.Migrations.Postgres
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
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "pause_reason",
                table: "rectification_notice",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "paused_on",
                table: "rectification_notice",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "check",
                table: "problem",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "campaign",
                table: "observation",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "feedback_due_on",
                table: "observation",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "fixed_on",
                table: "observation",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "form_template",
                table: "observation",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "default");

            migrationBuilder.AddColumn<string>(
                name: "materials",
                table: "observation",
                type: "text",
                nullable: false,
                defaultValueSql: "'{\"scheme\":\"\",\"materials\":[],\"speechDrafts\":[],\"sentBy\":\"\"}'");

            migrationBuilder.AddColumn<DateOnly>(
                name: "materials_due_on",
                table: "observation",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "short_notice_reason",
                table: "observation",
                type: "character varying(500)",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "warnings",
                table: "observation",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.CreateTable(
                name: "assessment",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    scheme = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    results = table.Column<string>(type: "text", nullable: false),
                    rulebook = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    evaluated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    shown_on = table.Column<DateOnly>(type: "date", nullable: true),
                    finalised_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateTable(
                name: "form_template",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    lines = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_template", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateTable(
                name: "observation_campaign",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    training = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_observation_campaign", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateTable(
                name: "score_scheme",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_score_scheme", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateTable(
                name: "study_fact",
                columns: table => new
                {
                    resource = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    counts = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_study_fact", x => new { x.resource, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "supervision_check",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    organiser = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    concluded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
