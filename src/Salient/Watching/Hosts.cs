using Salient.Acquiring;

namespace Salient.Watching;

/// <summary>Keeps to a polite rate at each host: one request at a time, so much time between two, what its robots.txt asks for, what it asked for with Retry-After.</summary>
internal sealed class Hosts(TimeSpan polite)
{
    private const int Many = 2000;
    private static readonly TimeSpan RobotsHold = TimeSpan.FromHours(24);
    private static readonly TimeSpan RobotsRetry = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private readonly Dictionary<string, Host> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>When the host of <paramref name="address"/> may be asked next; null while a request is under way.</summary>
    public DateTimeOffset? Free(Uri address) => Of(address) is { Busy: false } host ? host.Free : null;

    /// <summary>Until when the host asked to be left alone (Retry-After); long ago where it did not.</summary>
    public DateTimeOffset Held(Uri address) => Of(address).Held;

    /// <summary>Its robots.txt, or null where it must be asked for (again).</summary>
    public RobotsRules? Robots(Uri address, DateTimeOffset now) => Of(address) is { Rules: { } rules } host && host.RulesUntil > now ? rules : null;

    /// <summary>A request begins.</summary>
    public void Begin(Uri address) => Of(address).Busy = true;

    /// <summary>A request has ended.</summary>
    /// <param name="address">The host's.</param>
    /// <param name="now">The time.</param>
    /// <param name="wait">What the server asked for, or null.</param>
    public void End(Uri address, DateTimeOffset now, TimeSpan? wait)
    {
        var host = Of(address);
        var gap = host.Rules?.Delay is { } asked && asked > polite ? asked : polite;
        gap = wait is { } told && told > gap ? told : gap;
        (host.Busy, host.Free) = (false, now + (gap > LongestWait ? LongestWait : gap));
        host.Held = wait is null ? host.Held : host.Free;
        if (known.Count > Many)
        {
            foreach (var idle in known.Where(h => !h.Value.Busy && h.Value.RulesUntil < now && h.Value.Free < now).Select(h => h.Key).ToList())
            {
                known.Remove(idle);
            }
        }
    }

    /// <summary>Notes what robots.txt said.</summary>
    public void Note(Uri address, RobotsRules rules, DateTimeOffset now) => (Of(address).Rules, Of(address).RulesUntil) = (rules, now + (rules == RobotsRules.Closed ? RobotsRetry : RobotsHold));

    private Host Of(Uri address)
    {
        var key = address.GetLeftPart(UriPartial.Authority);
        if (!known.TryGetValue(key, out var host))
        {
            known[key] = host = new Host();
        }

        return host;
    }

    private sealed class Host
    {
        public bool Busy { get; set; }

        public DateTimeOffset Free { get; set; } = DateTimeOffset.MinValue;

        public DateTimeOffset Held { get; set; } = DateTimeOffset.MinValue;

        public RobotsRules? Rules { get; set; }

        public DateTimeOffset RulesUntil { get; set; } = DateTimeOffset.MinValue;
    }
}
