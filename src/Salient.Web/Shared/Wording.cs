using System.Globalization;
using System.Text.RegularExpressions;
using Salient.Records;

namespace Salient.Web.Shared;

/// <summary>How pages put values into words.</summary>
internal static partial class Wording
{
    /// <summary>"3 Oct 2022", "1–3 Oct 2022", "until 3 Oct 2022".</summary>
    public static string Of(DateRange time) => time switch
    {
        { From: { } a, To: { } b } when a == b => Of(a),
        { From: { } a, To: { } b } => $"{Of(a)} – {Of(b)}",
        { From: { } a } => $"since {Of(a)}",
        { To: { } b } => $"until {Of(b)}",
        _ => "at no stated time",
    };

    /// <summary>"3 Oct 2022".</summary>
    public static string Of(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A text whose days are written as 2022-10-03, as pages write them.</summary>
    public static string Dated(string text) => Day().Replace(text, m => DateOnly.TryParseExact(m.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Of(day) : m.Value);

    /// <summary>"about 700–800 soldiers".</summary>
    public static string Of(Quantity quantity)
    {
        var number = (quantity.Min, quantity.Max) switch
        {
            ({ } a, { } b) when a == b => Number(a),
            ({ } a, { } b) => $"{Number(a)}–{Number(b)}",
            ({ } a, null) => $"{Number(a)} or more",
            (null, { } b) => $"up to {Number(b)}",
            _ => "an unstated number",
        };
        var unit = Phrasing.Unit(quantity);
        return $"{(quantity.Approx && quantity.Min is not null && quantity.Max is not null ? "about " : string.Empty)}{number} {unit}".TrimEnd();
    }

    /// <summary>What a factuality code means.</summary>
    public static string Factuality(string code) => code switch
    {
        "CT+" => "stated as certain",
        "PR+" => "stated as probable",
        "PS+" => "stated as possible",
        "CT-" => "denied as certain",
        "PR-" => "held improbable",
        "PS-" => "held possibly not so",
        _ => "left open",
    };

    /// <summary>Where a place is, as exactly as known.</summary>
    public static string Of(ClaimPlace place) => place.Precision switch
    {
        PlacePrecision.None => "unlocated",
        PlacePrecision.Settlement or PlacePrecision.Point => string.Create(CultureInfo.InvariantCulture, $"{place.Precision.ToString().ToLowerInvariant()} {place.Lat:F2}, {place.Lon:F2}"),
        var precision => precision.ToString().ToLowerInvariant(),
    };

    /// <summary>"assessed advance".</summary>
    public static string Of(ControlStatus status) => Phrasing.Status(status);

    /// <summary>What a confidence or credibility from 1 to 6 says.</summary>
    public static string Grade(int grade) => Phrasing.Grade(grade);

    /// <summary>How a report's date is known.</summary>
    public static string Of(DateBasis basis) => basis switch
    {
        DateBasis.Given => "given",
        DateBasis.Metadata => "the page’s metadata",
        DateBasis.Dateline => "a dateline",
        DateBasis.FileName => "the file’s name",
        DateBasis.Implied => "the text",
        _ => "nothing",
    };

    /// <summary>The codebook's kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["control", "movement", "combat", "strength", "loss", "civilian-harm", "cohesion", "logistics", "incident", "politics", "assessment"];

    /// <summary>"3 Oct 2022" or "3 Oct 2022 – 5 Oct 2022".</summary>
    public static string Days(DateOnly from, DateOnly to) => Of(new DateRange(from, to));

    /// <summary>A sentence's first letter, upper case.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : Capital(words) + (words[^1] == '.' ? "" : ".");

    /// <summary>The same words, their first letter upper case.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>What a dispute is about.</summary>
    public static string Of(DisputeKind kind) => Phrasing.About(kind);

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    private static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
