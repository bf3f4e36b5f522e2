using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Salient.Coding.Scoring;
using Salient.Records;

namespace Salient.Training.Coding;

/// <summary>Brings coders' claims and units together.</summary>
internal static class Labelling
{
    /// <summary>The claims of a gold file, placed in the report's text.</summary>
    public static List<GoldClaim> Read(string path, string text)
    {
        var (flat, origin) = Flatten(text);
        var used = new Dictionary<(string, string), int>();
        var result = new List<GoldClaim>();
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var grade = root.GetProperty("factuality").GetString()!;
            var label = root.GetProperty("kind").GetString() + "/" + root.GetProperty("act").GetString();
            var evidence = Flatten(root.GetProperty("evidence").GetString()!).Flat.Trim();
            var from = used.GetValueOrDefault((evidence, label));
            var at = flat.IndexOf(evidence, from, StringComparison.Ordinal);
            at = at < 0 ? flat.IndexOf(evidence, StringComparison.Ordinal) : at;
            if (at >= 0)
            {
                used[(evidence, label)] = at + 1;
                result.Add(new GoldClaim(label, new TextSpan(origin[at], origin[at + evidence.Length - 1] + 1), grade)
                {
                    Voice = root.TryGetProperty("sources", out var sources) && sources.GetArrayLength() > 0 ? Leanings.Said : Leanings.Own,
                    Speaker = sources.ValueKind == JsonValueKind.Array && sources.GetArrayLength() > 0 ? sources[0].TryGetProperty("side", out var by) && by.GetString() is { } id ? id : "none" : null,
                    Actor = Side(root, "actor"),
                    Target = Side(root, "target"),
                    Days = root.TryGetProperty("time", out var time) && time.ValueKind == JsonValueKind.Object ? new DateRange(Day(time, "from"), Day(time, "to")) : new DateRange(null, null),
                    Places = root.TryGetProperty("places", out var places) && places.ValueKind == JsonValueKind.Array ? [.. places.EnumerateArray().Select(p => p.GetProperty("name").GetString()!)] : [],
                });
            }
        }

        return result;
    }

    /// <summary>Gives each claim to the unit that shares most with it; a unit on which a frame of its kind fired is preferred.</summary>
    /// <returns>For each unit its labels, and the outputs that speak for what its claims are besides.</returns>
    public static (HashSet<string>[] Labels, HashSet<string>[] Leanings) Give(IReadOnlyList<Unit> units, List<GoldClaim> gold, FrozenDictionary<string, string> roles)
    {
        var labels = Enumerable.Range(0, units.Count).Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
        var leanings = labels.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
        foreach (var claim in gold)
        {
            var best = -1;
            var top = 0.0;
            for (var i = 0; i < units.Count; i++)
            {
                var shared = Matching.Shared(claim.Span, units[i].Clause.Evidence);
                if (shared > 0)
                {
                    var value = shared + (units[i].Found.Any(h => h.Kind + "/" + h.Act == claim.Label) ? 0.3 : units[i].Found.Any(h => claim.Label.StartsWith(h.Kind + "/", StringComparison.Ordinal)) ? 0.15 : 0);
                    if (value > top)
                    {
                        (top, best) = (value, i);
                    }
                }
            }

            if (best >= 0)
            {
                labels[best].Add(claim.Label);
                leanings[best].UnionWith(Outputs(claim, roles));
            }
        }

        return (labels, leanings);
    }

    /// <summary>True where a unit that was given no claim would be taken for one: it shares a claim's words with the unit that was given that. It is a poor example of what is no claim.</summary>
    public static bool Shadowed(Unit unit, List<GoldClaim> gold) => gold.Exists(g => Matching.Shared(g.Span, unit.Clause.Evidence) > 0);

    private static IEnumerable<string> Outputs(GoldClaim claim, FrozenDictionary<string, string> roles)
    {
        yield return Leanings.Of(claim.Kind, Leanings.Grade, claim.Grade);
        if (claim.Voice is { } voice)
        {
            yield return Leanings.Of(claim.Kind, Leanings.Voice, voice);
        }

        if (claim.Speaker is { } speaker)
        {
            yield return Leanings.Of(claim.Kind, Leanings.Speaker, Leanings.Seen(roles, speaker == "none" ? null : speaker));
        }

        foreach (var (group, side) in new[] { (Leanings.Actor, claim.Actor), (Leanings.Target, claim.Target) })
        {
            if (side is not null)
            {
                yield return Leanings.Of(claim.Kind, group, Leanings.Seen(roles, side));
            }
        }
    }

    private static DateOnly? Day(JsonElement time, string end) =>
        time.TryGetProperty(end, out var day) && day.ValueKind == JsonValueKind.String ? DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static string? Side(JsonElement claim, string slot) =>
        claim.TryGetProperty(slot, out var party) && party.ValueKind == JsonValueKind.Object ? party.TryGetProperty("side", out var side) && side.GetString() is { } id ? id : "none" : "";

    private static (string Flat, int[] Origin) Flatten(string text)
    {
        var flat = new StringBuilder();
        var origin = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var blank = char.IsWhiteSpace(text[i]);
            if (blank && (flat.Length == 0 || flat[^1] == ' '))
            {
                continue;
            }

            flat.Append(blank ? ' ' : text[i]);
            origin.Add(i);
        }

        return (flat.ToString(), [.. origin]);
    }
}
