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
            migrationBuilder.DropTable(
                name: "audit_checkpoint");

            migrationBuilder.DropIndex(
                name: "ix_audit_entry_link",
                table: "audit_entry");

            migrationBuilder.DropIndex(
                name: "ix_audit_entry_sequence",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "link",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "seal",
                table: "audit_entry");

            migrationBuilder.DropColumn(
                name: "source",
                table: "audit_entry");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "form_template");

            migrationBuilder.DropTable(
                name: "observation_campaign");

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

            migrationBuilder.AddColumn<long>(
                name: "link",
                table: "audit_entry",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "seal",
                table: "audit_entry",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "audit_entry",
                type: "character varying(45)",
                maxLength: 45,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit_checkpoint",
                columns: table => new
                {
                    link = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seal = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_checkpoint", x => x.link);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_link",
                table: "audit_entry",
                column: "link",
                unique: true,
                filter: "link is not null");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_sequence",
                table: "audit_entry",
                column: "sequence",
                filter: "link is null");
        }
    }
}
