using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace StudySuite.Planning.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlanningYear : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "answered_on",
                table: "topic_proposal",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "campaign",
                table: "topic_proposal",
                type: "TEXT",
                maxLength: 160,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_by_leader",
                table: "topic_proposal",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "merged_into",
                table: "topic_proposal",
                type: "TEXT",
                maxLength: 160,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "merged_state",
                table: "topic_proposal",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "proposed_by",
                table: "topic_proposal",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "amendment",
                table: "annual_plan",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "amendment_answer",
                table: "annual_plan",
                type: "TEXT",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "filed_to",
                table: "annual_plan",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "requirements",
                table: "annual_plan",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "version_number",
                table: "annual_plan",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "annual_plan_version",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    approved_by_meeting = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    approved_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_annual_plan_version", x => new { x.unit, x.year, x.number });
                });

            migrationBuilder.CreateTable(
                name: "content_category",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    is_retired = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content_category", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "covered_session",
                columns: table => new
                {
                    session = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    topic = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_covered_session", x => x.session);
                });

            migrationBuilder.CreateTable(
                name: "filing_term",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    paused_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_filing_term", x => new { x.unit, x.year });
                });

            migrationBuilder.CreateTable(
                name: "research_topic",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    person = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    plan_item = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    report = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_research_topic", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateTable(
                name: "self_study_plan",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    person = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    is_shown = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_self_study_plan", x => new { x.unit, x.id });
                });

            migrationBuilder.CreateTable(
                name: "thematic_arrangement",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    requirement = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    topics = table.Column<string>(type: "TEXT", nullable: false),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    changes = table.Column<string>(type: "TEXT", nullable: false),
                    recipients = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_thematic_arrangement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "topic_campaign",
                columns: table => new
                {
                    unit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    requirement = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    closes_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic_campaign", x => new { x.unit, x.id });
                });

            migrationBuilder.InsertData(
                table: "content_category",
                columns: new[] { "id", "created_at", "is_retired", "position", "title", "updated_at", "version" },
                values: new object[,]
                {
                    { "shipped-01", 638081280000000000L, false, 10, "马克思列宁主义、毛泽东思想、中国特色社会主义理论体系", 638081280000000000L, 1L },
                    { "shipped-02", 638081280000000000L, false, 20, "习近平新时代中国特色社会主义思想和重要讲话", 638081280000000000L, 1L },
                    { "shipped-03", 638081280000000000L, false, 30, "党章党规党纪", 638081280000000000L, 1L },
                    { "shipped-04", 638081280000000000L, false, 40, "党的路线方针政策和决议", 638081280000000000L, 1L },
                    { "shipped-05", 638081280000000000L, false, 50, "国家法律法规", 638081280000000000L, 1L },
                    { "shipped-06", 638081280000000000L, false, 60, "社会主义核心价值观", 638081280000000000L, 1L },
                    { "shipped-07", 638081280000000000L, false, 70, "党史国史和世界历史", 638081280000000000L, 1L },
                    { "shipped-08", 638081280000000000L, false, 80, "推进工作所需的各领域知识", 638081280000000000L, 1L },
                    { "shipped-09", 638081280000000000L, false, 90, "改革发展实践中的重点难点问题", 638081280000000000L, 1L },
                    { "shipped-10", 638081280000000000L, false, 100, "上级要求学习的其他内容", 638081280000000000L, 1L }
                });

            migrationBuilder.CreateIndex(
                name: "ix_topic_proposal_campaign",
                table: "topic_proposal",
                column: "campaign");

            migrationBuilder.CreateIndex(
                name: "ix_topic_proposal_merged_into",
                table: "topic_proposal",
                column: "merged_into");

            migrationBuilder.CreateIndex(
                name: "ix_content_category_title",
                table: "content_category",
                column: "title",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_covered_session_year_unit",
                table: "covered_session",
                columns: new[] { "year", "unit" });

            migrationBuilder.CreateIndex(
                name: "ix_self_study_plan_unit_person_year",
                table: "self_study_plan",
                columns: new[] { "unit", "person", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_thematic_arrangement_unit",
                table: "thematic_arrangement",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "ix_thematic_arrangement_year_state",
                table: "thematic_arrangement",
                columns: new[] { "year", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_topic_campaign_closes_on",
                table: "topic_campaign",
                column: "closes_on");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "annual_plan_version");

            migrationBuilder.DropTable(
                name: "content_category");

            migrationBuilder.DropTable(
                name: "covered_session");

            migrationBuilder.DropTable(
                name: "filing_term");

            migrationBuilder.DropTable(
                name: "research_topic");

            migrationBuilder.DropTable(
                name: "self_study_plan");

            migrationBuilder.DropTable(
                name: "thematic_arrangement");

            migrationBuilder.DropTable(
                name: "topic_campaign");

            migrationBuilder.DropIndex(
                name: "ix_topic_proposal_campaign",
                table: "topic_proposal");

            migrationBuilder.DropIndex(
                name: "ix_topic_proposal_merged_into",
                table: "topic_proposal");

            migrationBuilder.DropColumn(
                name: "answered_on",
                table: "topic_proposal");

            migrationBuilder.DropColumn(
                name: "campaign",
                table: "topic_proposal");

            migrationBuilder.DropColumn(
                name: "is_by_leader",
                table: "topic_proposal");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "topic_proposal");

            migrationBuilder.DropColumn(
                name: "merged_state",
                table: "topic_proposal");

            migrationBuilder.DropColumn(
                name: "proposed_by",
                table: "topic_proposal");

            migrationBuilder.DropColumn(
                name: "amendment",
                table: "annual_plan");

            migrationBuilder.DropColumn(
                name: "amendment_answer",
                table: "annual_plan");

            migrationBuilder.DropColumn(
                name: "filed_to",
                table: "annual_plan");

            migrationBuilder.DropColumn(
                name: "requirements",
                table: "annual_plan");

            migrationBuilder.DropColumn(
                name: "version_number",
                table: "annual_plan");
        }
    }
}
