using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudySuite.Notifications.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DeliveryAge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_delivery_created_at",
                table: "delivery",
                column: "created_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_delivery_created_at",
                table: "delivery");
        }
    }
}
