using StudySuite.Defaults.Access;
using static StudySuite.Defaults.Access.Role;

namespace StudySuite.Directory;

/// <summary>Who may call what. The three administrators check each other: one creates, one grants, one reads the trail.</summary>
internal static class DirectoryAccess
{
    private static readonly Role[] Readers =
        [SystemAdmin, SecurityAdmin, StudySecretary, GroupLeader, Member, CountyOffice, Publicity, Observer, SupervisionOffice];

    public static readonly AccessTable Table = new AccessTable()
        .Anywhere("UnitService/CreateUnit", SystemAdmin)
        .OnUnit("UnitService/GetUnit", Readers)
        .Anywhere("UnitService/ListUnits", Readers)
        .OnUnit("UnitService/UpdateUnit", SystemAdmin)
        .Anywhere("PersonService/CreatePerson", SystemAdmin)
        .SignedIn("PersonService/GetPerson")
        .Anywhere("PersonService/ListPeople", SystemAdmin, SecurityAdmin)
        .Anywhere("PersonService/ResetPassword", SystemAdmin, SecurityAdmin)
        .Anywhere("PersonService/ResetAuthenticator", SecurityAdmin)
        .SignedIn("PersonService/ExportPerson")
        .Anywhere("PersonService/AnonymisePerson", SystemAdmin)
        .SignedIn("LoginSessionService/ListLoginSessions")
        .SignedIn("LoginSessionService/EndLoginSession")
        .SignedIn("LoginSessionService/EndLoginSessions")
        .Anywhere("SystemClientService/CreateSystemClient", SystemAdmin)
        .Anywhere("SystemClientService/ListSystemClients", SystemAdmin, SecurityAdmin)
        .Anywhere("SystemClientService/SetSystemClientRoles", SecurityAdmin)
        .Anywhere("SystemClientService/ResetSystemClientSecret", SystemAdmin)
        .Anywhere("SystemClientService/DisableSystemClient", SystemAdmin, SecurityAdmin)
        .OnUnit("MemberService/CreateMember", SystemAdmin)
        .OnUnit("MemberService/ListMembers", Readers)
        .OnUnit("MemberService/EndMember", SystemAdmin)
        .Anywhere("GrantService/CreateGrant", SecurityAdmin, SystemAdmin)
        .Anywhere("GrantService/ListGrants", SecurityAdmin, AuditAdmin)
        .Anywhere("GrantService/RevokeGrant", SecurityAdmin)
        .Anywhere("RulebookService/PublishRulebook", SystemAdmin, SecurityAdmin, Publicity)
        .SignedIn("RulebookService/GetRulebook")
        .SignedIn("RulebookService/ListRulebooks")
        .SignedIn("WorkCalendarService/GetWorkCalendar")
        .SignedIn("WorkCalendarService/ListWorkCalendars")
        .Anywhere("AuditEntryService/ListAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/ExportAuditEntries", AuditAdmin)
        .Anywhere("AuditEntryService/VerifyAuditEntries", AuditAdmin);
}
