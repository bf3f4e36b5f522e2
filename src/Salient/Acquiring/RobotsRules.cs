using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Salient.Acquiring;

/// <summary>What a site's robots.txt asks of a program, as RFC 9309 reads it: the longest rule that matches decides, and of two as long the one that allows.</summary>
internal sealed class RobotsRules
{
    private const int Longest = 512 * 1024;
    private const int MostRules = 5000;
    private readonly ImmutableArray<(string Path, bool Allow)> rules;

    private RobotsRules(ImmutableArray<(string Path, bool Allow)> rules, TimeSpan? delay) => (this.rules, Delay) = (rules, delay);

    /// <summary>Asks for nothing.</summary>
    public static RobotsRules Open { get; } = new([], null);

    /// <summary>Allows nothing: the site could not be asked.</summary>
    public static RobotsRules Closed { get; } = new([("/", false)], null);

    /// <summary>Time that the site wants between two requests, at most an hour; or null.</summary>
    public TimeSpan? Delay { get; }

    /// <summary>The name that robots.txt files know a program by: its agent up to the version.</summary>
    public static string Token(string agent) => agent.Split('/', ' ')[0].ToLowerInvariant();

    /// <summary>What an answer to /robots.txt amounts to: none there means all is open, a server that fails means wait.</summary>
    public static RobotsRules Of(WebAnswer answer, string token) => answer switch
    {
        { Status: >= 400 and < 500 and not 429 } or { Problem.Code: "SAL0134" or "SAL0136" } => Open,
        { Problem: not null } => Closed,
        _ => Parse(Encoding.UTF8.GetString(answer.Bytes, 0, Math.Min(answer.Bytes.Length, Longest)), token),
    };

    /// <summary>Reads <paramref name="text"/> for the program called <paramref name="token"/>: its own group where there is one, else that of all.</summary>
    public static RobotsRules Parse(string text, string token)
    {
        var own = new Group();
        var all = new Group();
        var named = false;
        var (toOwn, toAll, inNames) = (false, false, false);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var hash = raw.IndexOf('#');
            var line = (hash < 0 ? raw : raw[..hash]).Trim().TrimStart('\uFEFF');
            var colon = line.IndexOf(':');
            if (colon <= 0)
            {
                continue;
            }

            var key = line[..colon].Trim().ToString().ToLowerInvariant();
            var value = line[(colon + 1)..].Trim().ToString();
            if (key == "user-agent")
            {
                (toOwn, toAll) = inNames ? (toOwn, toAll) : (false, false);
                var own1 = value.Split('/')[0].Trim().Equals(token, StringComparison.OrdinalIgnoreCase);
                (toOwn, toAll, named, inNames) = (toOwn || own1, toAll || value == "*", named || own1, true);
                continue;
            }

            inNames = false;
            if (toOwn)
            {
                own.Take(key, value);
            }

            if (toAll)
            {
                all.Take(key, value);
            }
        }

        return (named ? own : all).Make();
    }

    /// <summary>True where <paramref name="pathAndQuery"/> may be asked for.</summary>
    public bool Allows(string pathAndQuery)
    {
        var (best, allow) = (-1, true);
        foreach (var (path, allows) in rules)
        {
            if ((path.Length > best || (path.Length == best && allows)) && Matches(path, pathAndQuery))
            {
                (best, allow) = (path.Length, allows);
            }
        }

        return allow;
    }

    // '*' stands for anything, '$' at the end for the end. Greedy from the left is enough: only the last star ever has to give way.
    private static bool Matches(string pattern, string path)
    {
        var whole = pattern.EndsWith('$');
        var parts = (whole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            if (whole && i == parts.Length - 1)
            {
                return path.Length - at >= parts[i].Length && path.EndsWith(parts[i], StringComparison.Ordinal);
            }

            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return !whole || at == path.Length;
    }

    private sealed class Group
    {
        private readonly ImmutableArray<(string, bool)>.Builder rules = ImmutableArray.CreateBuilder<(string, bool)>();
        private TimeSpan? delay;

        public void Take(string key, string value)
        {
            if (key is "allow" or "disallow" && value.Length is > 0 and < 2000 && rules.Count < MostRules)
            {
                rules.Add((value[0] is '/' or '*' ? value : "/" + value, key == "allow"));
            }
            else if (key == "crawl-delay" && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            {
                delay = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 3600));
            }
        }

        public RobotsRules Make() => new(rules.ToImmutable(), delay);
    }
}
