using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Sessions.Migrations.Postgres
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
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<int>(
                name: "pages",
                table: "archive_addendum",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "responsible",
                table: "archive_addendum",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "material_distribution",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    distributed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    rulebook = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    recipients = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_distribution", x => new { x.unit, x.session, x.round });
                });

            migrationBuilder.CreateTable(
                name: "material_file",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    part = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    file_name = table.Column<string>(type: "character varying(130)", maxLength: 130, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    pages = table.Column<int>(type: "integer", nullable: false),
                    uploaded_by = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_file", x => new { x.unit, x.session, x.id });
                });

            migrationBuilder.CreateTable(
                name: "material_receipt",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    acknowledged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_receipt", x => new { x.unit, x.session, x.round, x.person });
                });

            migrationBuilder.CreateTable(
                name: "notice_answer",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    session = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    reply = table.Column<int>(type: "integer", nullable: false),
                    replied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_answer", x => new { x.unit, x.session, x.person });
                });

            migrationBuilder.CreateTable(
                name: "search_entry",
                columns: table => new
                {
                    unit = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<string>(type: "character varying(130)", maxLength: 130, nullable: false),
                    session = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    audience = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    pairs = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_entry", x => new { x.unit, x.kind, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_material_file_sha256",
                table: "material_file",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_search_entry_happened_on_unit",
                table: "search_entry",
                columns: new[] { "happened_on", "unit" });

            // Pairs of characters as keys, without the text parser, which knows no Chinese; needs no extension.
            migrationBuilder.Sql(
                "create index ix_search_entry_pairs on search_entry using gin (array_to_tsvector(string_to_array(pairs, ' ')))");
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

            migrationBuilder.DropTable(
                name: "notice_answer");

            migrationBuilder.DropTable(
                name: "search_entry");

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
