using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Sessions.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "decided_for",
                table: "leave_request",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "duty_tick",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    done_by = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duty_tick", x => new { x.unit, x.session, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "sign_in",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    is_on = table.Column<bool>(type: "INTEGER", nullable: false),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in", x => new { x.unit, x.session });
                });

            migrationBuilder.CreateTable(
                name: "sign_in_tries",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    person = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
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
