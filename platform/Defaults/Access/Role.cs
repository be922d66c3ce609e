namespace StudySuite.Defaults.Access;

/// <summary>What a person may be; see DESIGN §1. A grant holds a role on a unit, alone or with the units below.</summary>
public enum Role
{
    /// <summary>系统管理员: creates units, people and accounts; reads no business content.</summary>
    SystemAdmin,

    /// <summary>安全管理员: grants roles; reads no business content.</summary>
    SecurityAdmin,

    /// <summary>审计管理员: reads the audit trail.</summary>
    AuditAdmin,

    /// <summary>学习秘书 of a unit.</summary>
    StudySecretary,

    /// <summary>组长 of a unit's study group, or the deputy who acts for the leader.</summary>
    GroupLeader,

    /// <summary>成员 of a unit's study group.</summary>
    Member,

    /// <summary>县委办: notices and venues.</summary>
    CountyOffice,

    /// <summary>宣传部: arrangement, observation, bulletins for all units.</summary>
    Publicity,

    /// <summary>旁听员: sits in and fills the form.</summary>
    Observer,

    /// <summary>督查室: rectification alerts, verification, look-back.</summary>
    SupervisionOffice,

    /// <summary>The bulletin service itself, which reads from the others what counts; nobody is granted it.</summary>
    Counting,
}
