using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>Writes rows as a table (RFC 4180, line feeds, UTF-8 without a mark) or as JSON lines.</summary>
public static class TableWriter
{
    private const int Buffer = 1 << 16;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A header and a row for each of <paramref name="rows"/>.</summary>
    public static void Csv<T>(IReadOnlyList<Field<T>> fields, IEnumerable<T> rows, Stream output)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(rows);
        using var text = new StreamWriter(output, new UTF8Encoding(false), Buffer, leaveOpen: true);
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        foreach (var field in fields)
        {
            csv.WriteField(field.Name);
        }

        csv.NextRecord();
        foreach (var row in rows)
        {
            foreach (var field in fields)
            {
                csv.WriteField(Cell.Text(field.Value(row)));
            }

            csv.NextRecord();
        }
    }

    /// <summary>An object for each of <paramref name="rows"/>, one a line; empty fields are null.</summary>
    public static void Lines<T>(IReadOnlyList<Field<T>> fields, IEnumerable<T> rows, Stream output)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);
        using var json = new Utf8JsonWriter(output, Options);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            Write(json, fields, row);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
        }
    }

    /// <summary>The fields of <paramref name="row"/> as properties.</summary>
    internal static void Write<T>(Utf8JsonWriter json, IReadOnlyList<Field<T>> fields, T row)
    {
        foreach (var field in fields)
        {
            Value(json, field.Name, field.Value(row));
        }
    }

    private static void Value(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case string text: json.WriteString(name, text); break;
            case bool truth: json.WriteBoolean(name, truth); break;
            case int number: json.WriteNumber(name, number); break;
            case double number: json.WriteNumber(name, number); break;
            case DateOnly day: json.WriteString(name, Phrasing.Day(day)); break;
            case ImmutableArray<string> list:
                json.WriteStartArray(name);
                foreach (var item in list)
                {
                    json.WriteStringValue(item);
                }

                json.WriteEndArray();
                break;
            default: throw new ArgumentException($"No field holds a {value.GetType().Name}.", nameof(value));
        }
    }
}
