using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using StudySuite.Defaults.Errors;
using StudySuite.Defaults.Requests;

namespace StudySuite.Supervision;

/// <summary>What the steps of observations and notices share.</summary>
internal static class Steps
{
    /// <summary>The day of a step as the client gives it: late entry is fine, the future is not; empty means today.</summary>
    public static DateOnly StepDate(this Violations wrong, string field, string text, TimeProvider clock)
    {
        var on = wrong.OptionalDate(field, text) ?? clock.Today();
        wrong.AddIf(on > clock.Today(), field, "DATE_IN_FUTURE");
        return on;
    }

    /// <exception cref="DomainError">DATE_TOO_EARLY on the field: the step before was later.</exception>
    public static void RequireNotBefore(this DateOnly on, DateOnly? stepBefore, string field)
    {
        if (on < stepBefore)
        {
            throw DomainError.Invalid(field, "DATE_TOO_EARLY", ("earliest", stepBefore.ToText()));
        }
    }

    /// <summary>A transaction for what is more than one save; null when the request id has opened it already.</summary>
    public static async Task<IDbContextTransaction?> BeginUnlessOpenAsync(
        this DbContext db, CancellationToken cancellationToken) => db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken)
            : null;
}
