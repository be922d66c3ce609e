using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Sessions.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Materials : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "files",
                table: "archive_addendum",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<int>(
                name: "pages",
                table: "archive_addendum",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "responsible",
                table: "archive_addendum",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "material_distribution",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    distributed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rulebook = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    is_late = table.Column<bool>(type: "INTEGER", nullable: false),
                    recipients = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_distribution", x => new { x.unit, x.session, x.round });
                });

            migrationBuilder.CreateTable(
                name: "material_file",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    part = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 130, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    pages = table.Column<int>(type: "INTEGER", nullable: false),
                    uploaded_by = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_file", x => new { x.unit, x.session, x.id });
                });

            migrationBuilder.CreateTable(
                name: "material_receipt",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    person = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    acknowledged_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_receipt", x => new { x.unit, x.session, x.round, x.person });
                });

            migrationBuilder.CreateIndex(
                name: "ix_material_file_sha256",
                table: "material_file",
                column: "sha256");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "material_distribution");

            migrationBuilder.DropTable(
                name: "material_file");

            migrationBuilder.DropTable(
                name: "material_receipt");

            migrationBuilder.DropColumn(
                name: "files",
                table: "archive_addendum");

            migrationBuilder.DropColumn(
                name: "pages",
                table: "archive_addendum");

            migrationBuilder.DropColumn(
                name: "responsible",
                table: "archive_addendum");
        }
    }
}
