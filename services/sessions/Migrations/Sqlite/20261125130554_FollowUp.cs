using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Sessions.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FollowUp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reflection",
                table: "make_up",
                type: "TEXT",
                maxLength: 5000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "reported_at",
                table: "make_up",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "correction_reason",
                table: "first_topic",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "drop_reason",
                table: "first_topic",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "leader",
                table: "first_topic",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "meeting_kind",
                table: "first_topic",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "open_measures",
                table: "first_topic",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "received_on",
                table: "first_topic",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reports",
                table: "first_topic",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.CreateIndex(
                name: "ix_make_up_state_due_on",
                table: "make_up",
                columns: new[] { "state", "due_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_make_up_state_due_on",
                table: "make_up");

            migrationBuilder.DropColumn(
                name: "reflection",
                table: "make_up");

            migrationBuilder.DropColumn(
                name: "reported_at",
                table: "make_up");

            migrationBuilder.DropColumn(
                name: "correction_reason",
                table: "first_topic");

            migrationBuilder.DropColumn(
                name: "drop_reason",
                table: "first_topic");

            migrationBuilder.DropColumn(
                name: "leader",
                table: "first_topic");

            migrationBuilder.DropColumn(
                name: "meeting_kind",
                table: "first_topic");

            migrationBuilder.DropColumn(
                name: "open_measures",
                table: "first_topic");

            migrationBuilder.DropColumn(
                name: "received_on",
                table: "first_topic");

            migrationBuilder.DropColumn(
                name: "reports",
                table: "first_topic");
        }
    }
}
