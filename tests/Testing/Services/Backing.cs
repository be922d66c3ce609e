namespace StudySuite.Testing;

/// <summary>What a service under test stands on.</summary>
public enum Backing
{
    /// <summary>A SQLite file and the in-memory bus: needs nothing.</summary>
    Sqlite,

    /// <summary>PostgreSQL and RabbitMQ; tests that ask for it carry <c>[Trait("Needs", "Servers")]</c>.</summary>
    Servers,
}
