using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Sessions.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OneEntry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "evidence",
                table: "make_up",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "registered_by",
                table: "leave_request",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "registered_on",
                table: "leave_request",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "rulebook",
                table: "leave_request",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "plan_view",
                columns: table => new
                {
                    plan = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    items = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_view", x => x.plan);
                });

            migrationBuilder.CreateIndex(
                name: "ix_leave_request_state_unit",
                table: "leave_request",
                columns: new[] { "state", "unit" });

            // Files of leave and make-up are found by the staff only.
            migrationBuilder.Sql("""
                update search_entry set audience = 4 where kind = 3 and exists (
                    select 1 from material_file f
                    where f.unit = search_entry.unit and f.part = 6 and search_entry.id = f.session || '/' || f.id)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "plan_view");

            migrationBuilder.DropIndex(
                name: "ix_leave_request_state_unit",
                table: "leave_request");

            migrationBuilder.DropColumn(
                name: "evidence",
                table: "make_up");

            migrationBuilder.DropColumn(
                name: "registered_by",
                table: "leave_request");

            migrationBuilder.DropColumn(
                name: "registered_on",
                table: "leave_request");

            migrationBuilder.DropColumn(
                name: "rulebook",
                table: "leave_request");
        }
    }
}
