using System.Collections.Immutable;
using System.Globalization;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>A named column of an export. docs/exports.md says what each holds; a test compares the names.</summary>
/// <typeparam name="T">What a row is made of.</typeparam>
/// <param name="Name">The column's name.</param>
/// <param name="Value">Its value: text, number, truth, day, list of texts, or null.</param>
public sealed record Field<T>(string Name, Func<T, object?> Value);

/// <summary>How values of fields are written.</summary>
public static class Cell
{
    private const string Starters = "=+-@\t\r\n＝＋－＠|%";

    /// <summary>A cell of a table. Numbers stand as they are; a text that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => Safe(text),
        bool truth => truth ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("0.#####", CultureInfo.InvariantCulture),
        DateOnly day => Phrasing.Day(day),
        ImmutableArray<string> list => Safe(string.Join(' ', list)),
        _ => throw new ArgumentException($"No cell holds a {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>The text, made harmless to spreadsheets.</summary>
    public static string Safe(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = text.AsSpan().TrimStart();
        return (text.Length > 0 && Starters.Contains(text[0], StringComparison.Ordinal)) || (start.Length > 0 && Starters.Contains(start[0], StringComparison.Ordinal)) ? "'" + text : text;
    }

    /// <summary>A precision in the codebook's words; null where the place is not located.</summary>
    public static string? Of(PlacePrecision precision) => precision == PlacePrecision.None ? null : precision.ToString().ToLowerInvariant();

    /// <summary>A status as control tables write it.</summary>
    public static string Of(ControlStatus status) => status == ControlStatus.AssessedAdvance ? "assessed advance" : status.ToString().ToLowerInvariant();
}
