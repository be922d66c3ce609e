using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Sessions.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Meeting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "scheme_approved_for",
                table: "study_session",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "decided_for",
                table: "leave_request",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "duty_tick",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    done_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_tick", x => new { x.unit, x.session, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "sign_in",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    key = table.Column<byte[]>(type: "bytea", nullable: false),
                    changed_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in", x => new { x.unit, x.session });
                });

            migrationBuilder.CreateTable(
                name: "sign_in_tries",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_tries", x => new { x.unit, x.session, x.person });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "duty_tick");

            migrationBuilder.DropTable(
                name: "sign_in");

            migrationBuilder.DropTable(
                name: "sign_in_tries");

            migrationBuilder.DropColumn(
                name: "scheme_approved_for",
                table: "study_session");

            migrationBuilder.DropColumn(
                name: "decided_for",
                table: "leave_request");
        }
    }
}
