using StudySuite.Defaults.Access;
using StudySuite.Sessions.StudySessions;
using StudySuite.Sessions.V1;

namespace StudySuite.Sessions.Materials;

/// <summary>Which files of a session a caller sees.</summary>
internal static class MaterialAccess
{
    private static readonly Role[] Records =
        [Role.StudySecretary, Role.GroupLeader, Role.Member, Role.Publicity, Role.Observer];

    /// <summary>The content gate: before the leader has passed the scheme, its materials are a draft.</summary>
    public static bool SeesMaterials(this CallContext call, StudySession session) =>
        session.SchemeApprovedOn is not null || call.IsStaff(call.UnitPath!);

    /// <summary>Scans of sheets, speeches and the like are records, for those who read records.</summary>
    public static bool SeesRecords(this CallContext call) => call.Caller?.HasAny(Records, call.UnitPath!) == true;

    /// <summary>What belongs to leave and make-up is personal: for the staff and for who uploaded it.</summary>
    public static bool SeesFile(this CallContext call, MaterialFile file) => file.Part switch
    {
        ArchiveItemKind.Materials => true,
        ArchiveItemKind.LeaveAndMakeUp =>
            call.IsStaff(call.UnitPath!) || file.UploadedBy == $"people/{call.Caller?.Person}",
        _ => call.SeesRecords(),
    };
}
