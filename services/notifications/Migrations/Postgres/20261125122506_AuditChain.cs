using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Notifications.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AuditChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                    seal = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
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
        }
    }
}
