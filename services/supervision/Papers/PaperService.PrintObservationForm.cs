using Google.Api;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;
using StudySuite.Defaults.Requests;
using StudySuite.Supervision.Observations;
using StudySuite.Supervision.V1;
using ObservationForm = StudySuite.Supervision.Observations.ObservationForm;
using ObservationState = StudySuite.Supervision.Observations.ObservationState;

namespace StudySuite.Supervision.Papers;

internal sealed partial class PaperService
{
    public override async Task<HttpBody> PrintObservationForm(PrintObservationFormRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse("units/{unit}/observations/{observation}", request.Name)[1];
        var own = context.Caller().OwnUnits();
        var observation = await db.Observations.AsNoTracking().VisibleTo(context.Call(), db)
            .Where(o => o.State >= ObservationState.Issued || !own.Contains(o.Unit))
            .SingleOrDefaultAsync(o => o.Id == id, context.CancellationToken) ?? throw ObservationErrors.NotFound(request.Name);

        var form = request.IsBlank ? ObservationForm.Empty : observation.Form;
        var document = await db.FormDocumentAsync(observation, form, context.CancellationToken);
        return Send(context, document, request.Form, "列席旁听情况反馈表");
    }
}
