using Microsoft.EntityFrameworkCore;
using StudySuite.Defaults.Access;

namespace StudySuite.Defaults.Hosting;

/// <summary>What the platform knows of a service; one per database, so that six fit into one process.</summary>
/// <param name="Name">The one word: folder, database, queue prefix, REST prefix.</param>
public sealed record ServiceInfo<TDb>(string Name, AccessTable Access)
    where TDb : DbContext;
