using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Directory.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UnitHistoryAndDelegations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "work_calendar",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "liaison",
                table: "unit",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "since",
                table: "unit",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "overrides",
                table: "rulebook",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<DateOnly>(
                name: "from_date",
                table: "grant",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_announced_active",
                table: "grant",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "to_date",
                table: "grant",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "delegation",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    leader = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    deputy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    from_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_announced_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegation", x => new { x.unit, x.id });
                    table.ForeignKey(
                        name: "fk_delegation_people_deputy",
                        column: x => x.deputy,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_delegation_people_leader",
                        column: x => x.leader,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_delegation_unit_unit",
                        column: x => x.unit,
                        principalTable: "unit",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "regulation",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    document_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    superseded_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regulation", x => x.id);
                    table.ForeignKey(
                        name: "fk_regulation_regulation_superseded_by",
                        column: x => x.superseded_by,
                        principalTable: "regulation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unit_period",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    parent = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    path = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_period", x => new { x.unit, x.since });
                    table.ForeignKey(
                        name: "fk_unit_period_unit_unit",
                        column: x => x.unit,
                        principalTable: "unit",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_delegation_deputy",
                table: "delegation",
                column: "deputy");

            migrationBuilder.CreateIndex(
                name: "ix_delegation_leader",
                table: "delegation",
                column: "leader");

            migrationBuilder.CreateIndex(
                name: "ix_delegation_unit_from_date",
                table: "delegation",
                columns: new[] { "unit", "from_date" },
                unique: true,
                filter: "revoked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_regulation_issued_on_id",
                table: "regulation",
                columns: new[] { "issued_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_regulation_superseded_by",
                table: "regulation",
                column: "superseded_by");

            // Units of before have always been what they are now; the years of before came from the notices that are shipped.
            migrationBuilder.Sql("update unit set since = '1950-01-01'");
            migrationBuilder.Sql(
                """
                insert into unit_period (unit, since, display_name, parent, path, "order")
                select code, since, display_name, parent, path, "order" from unit
                """);
            migrationBuilder.Sql(
                "update work_calendar set source = '国务院办公厅关于' || year || '年部分节假日安排的通知' where source = ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "delegation");

            migrationBuilder.DropTable(
                name: "regulation");

            migrationBuilder.DropTable(
                name: "unit_period");

            migrationBuilder.DropColumn(
                name: "source",
                table: "work_calendar");

            migrationBuilder.DropColumn(
                name: "liaison",
                table: "unit");

            migrationBuilder.DropColumn(
                name: "since",
                table: "unit");

            migrationBuilder.DropColumn(
                name: "overrides",
                table: "rulebook");

            migrationBuilder.DropColumn(
                name: "from_date",
                table: "grant");

            migrationBuilder.DropColumn(
                name: "is_announced_active",
                table: "grant");

            migrationBuilder.DropColumn(
                name: "to_date",
                table: "grant");
        }
    }
}
