namespace Salient.Records;

/// <summary>What is counted, in words: measures are kept as "loss/killed soldier".</summary>
public static class Measures
{
    /// <summary>What stands for a measure that counts what was hit with civilian infrastructure.</summary>
    public const string InfrastructureHit = "infrastructure hit";

    /// <summary>"killed" and "soldier" of "loss/killed soldier".</summary>
    public static (string Act, string What) Split(string measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var rest = measure[(measure.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (Act(rest), "not said what") : (Act(rest[..space]), rest[(space + 1)..]);
    }

    /// <summary>"soldiers" of "loss/killed soldier"; empty where it is not said what is counted.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="one">True where there is one: "soldier".</param>
    public static string Unit(string measure, bool one = false)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure.Contains(' ', StringComparison.Ordinal) ? one ? UnitWords.One(Split(measure).What) : Phrasing.Plural(Split(measure).What) : "";
    }

    /// <summary>"soldiers, killed".</summary>
    public static string Name(string measure) => Split(measure) is var (act, _) && Unit(measure) is { Length: > 0 } unit ? $"{unit}, {act}" : act;

    private static string Act(string act) => act == "infrastructure" ? InfrastructureHit : act.Replace('-', ' ');
}
