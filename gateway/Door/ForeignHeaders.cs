namespace StudySuite.Gateway.Door;

/// <summary>
/// Takes away what a client has no business to say: where it comes from and who it is. Services believe such fields,
/// because only the gateway can reach them.
/// </summary>
internal sealed class ForeignHeaders(RequestDelegate next)
{
    private static readonly string[] Prefixes = ["x-forwarded-", "x-original-", "x-studysuite-", "x-envoy-"];
    private static readonly string[] Names =
        ["forwarded", "x-real-ip", "x-client-ip", "true-client-ip", "x-http-method-override", "proxy"];

    public Task InvokeAsync(HttpContext context)
    {
        List<string>? foreign = null;
        foreach (var header in context.Request.Headers)
        {
            if (IsForeign(header.Key))
            {
                (foreign ??= []).Add(header.Key);
            }
        }

        foreign?.ForEach(name => context.Request.Headers.Remove(name));
        return next(context);
    }

    private static bool IsForeign(string name)
    {
        // All begin with one of four letters; most fields of a call do not.
        if ((name[0] | 0x20) is not ('x' or 'f' or 't' or 'p'))
        {
            return false;
        }

        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return Names.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
