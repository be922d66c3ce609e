using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Directory.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Identity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "anonymised_at",
                table: "person",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "signs_from",
                table: "identity_key",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            migrationBuilder.AddColumn<string>(
                name: "authenticator_key",
                table: "account",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "external_subject",
                table: "account",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "old_passwords",
                table: "account",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "recovery_codes",
                table: "account",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "used_codes",
                table: "account",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "login_session",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    stamp = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    method = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    is_strong = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: false),
                    program = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_login_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "system_client",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    display_name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    roles = table.Column<string>(type: "text", nullable: false),
                    is_disabled = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_system_client", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_external_subject",
                table: "account",
                column: "external_subject",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_login_session_expires_at",
                table: "login_session",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_login_session_person_started_at",
                table: "login_session",
                columns: new[] { "person", "started_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "login_session");

            migrationBuilder.DropTable(
                name: "system_client");

            migrationBuilder.DropIndex(
                name: "ix_account_external_subject",
                table: "account");

            migrationBuilder.DropColumn(
                name: "anonymised_at",
                table: "person");

            migrationBuilder.DropColumn(
                name: "signs_from",
                table: "identity_key");

            migrationBuilder.DropColumn(
                name: "authenticator_key",
                table: "account");

            migrationBuilder.DropColumn(
                name: "external_subject",
                table: "account");

            migrationBuilder.DropColumn(
                name: "old_passwords",
                table: "account");

            migrationBuilder.DropColumn(
                name: "recovery_codes",
                table: "account");

            migrationBuilder.DropColumn(
                name: "used_codes",
                table: "account");
        }
    }
}
