using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Notifications.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Channels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "steps",
                table: "suggestion",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<int>(
                name: "repeats",
                table: "alert",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "superseded_by",
                table: "alert",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "channel",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    host = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    secret = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    secret_file = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    mail = table.Column<string>(type: "text", nullable: false),
                    subscriptions = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<int>(type: "integer", nullable: false),
                    digest_time = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    quiet_hours = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<int>(type: "integer", nullable: false),
                    is_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channel", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_settings",
                columns: table => new
                {
                    person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    email_mode = table.Column<int>(type: "integer", nullable: false),
                    digest_time = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    quiet_hours = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<int>(type: "integer", nullable: false),
                    subscriptions = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_settings", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_key", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "delivery",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    channel = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    alert = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    failure = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claim = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery", x => x.id);
                    table.ForeignKey(
                        name: "fk_delivery_channel_channel",
                        column: x => x.channel,
                        principalTable: "channel",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_read_mark_read_at",
                table: "read_mark",
                column: "read_at");

            migrationBuilder.CreateIndex(
                name: "ix_channel_is_enabled",
                table: "channel",
                column: "is_enabled");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_alert",
                table: "delivery",
                column: "alert");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_channel_person_alert",
                table: "delivery",
                columns: new[] { "channel", "person", "alert" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_state_due_at",
                table: "delivery",
                columns: new[] { "state", "due_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delivery");

            migrationBuilder.DropTable(
                name: "person_settings");

            migrationBuilder.DropTable(
                name: "protection_key");

            migrationBuilder.DropTable(
                name: "channel");

            migrationBuilder.DropIndex(
                name: "ix_read_mark_read_at",
                table: "read_mark");

            migrationBuilder.DropColumn(
                name: "steps",
                table: "suggestion");

            migrationBuilder.DropColumn(
                name: "repeats",
                table: "alert");

            migrationBuilder.DropColumn(
                name: "superseded_by",
                table: "alert");
        }
    }
}
