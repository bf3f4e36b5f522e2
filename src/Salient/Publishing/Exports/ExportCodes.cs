using System.Collections.Frozen;
using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Publishing.Exports;

/// <summary>How an act reads in other programs' terms. Data: <c>rules/exports.tsv</c>.</summary>
/// <param name="Disorder">ACLED's disorder type.</param>
/// <param name="Event">ACLED's event type.</param>
/// <param name="SubEvent">ACLED's sub-event type.</param>
/// <param name="Plover">PLOVER's event type.</param>
/// <param name="Mode">PLOVER's mode, or null.</param>
/// <param name="Labels">VIINA's labels.</param>
public sealed record ActCodes(string Disorder, string Event, string SubEvent, string Plover, string? Mode, ImmutableArray<string> Labels);

/// <summary>How a side reads in other programs' terms. Data: <c>exports.tsv</c> of the theatre.</summary>
/// <param name="Actor">ACLED's actor name.</param>
/// <param name="Inter">ACLED's interaction code.</param>
/// <param name="Country">ISO 3166 alpha-3 code for PLOVER, or null.</param>
/// <param name="Label">VIINA's label.</param>
public sealed record SideCodes(string Actor, int Inter, string? Country, string Label);

/// <summary>A country as ACLED names it. Data: <c>exports.tsv</c> of the theatre.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Iso">ISO 3166 numeric code.</param>
public sealed record CountryCodes(string Name, int Iso);

/// <summary>Kinds, acts, sides and countries in other programs' terms.</summary>
/// <param name="Acts">By "kind/act".</param>
/// <param name="Sides">By the side's id.</param>
/// <param name="Countries">By ISO 3166 alpha-2 code.</param>
public sealed record ExportCodes(FrozenDictionary<string, ActCodes> Acts, FrozenDictionary<string, SideCodes> Sides, FrozenDictionary<string, CountryCodes> Countries)
{
    /// <summary>Reads <c>exports.tsv</c> of the rules and of the theatre.</summary>
    /// <param name="rules">The folder <c>rules</c>.</param>
    /// <param name="theatre">The theatre's folder.</param>
    /// <exception cref="ProblemException">SAL0721 missing; SAL0722 a line is wrong.</exception>
    public static ExportCodes Load(string rules, string theatre)
    {
        var acts = Lines(Path.Combine(rules, "exports.tsv")).Select(l => l.Cells.Length == 7
            ? KeyValuePair.Create(l.Cells[0], new ActCodes(l.Cells[1], l.Cells[2], l.Cells[3], l.Cells[4], l.Cells[5] == "-" ? null : l.Cells[5], [.. l.Cells[6].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(x => x != "-")]))
            : throw Wrong(l.Where, "seven cells are wanted")).ToFrozenDictionary();
        var sides = new Dictionary<string, SideCodes>();
        var countries = new Dictionary<string, CountryCodes>();
        foreach (var (cells, where) in Lines(Path.Combine(theatre, "exports.tsv")))
        {
            switch (cells)
            {
                case ["side", var id, var actor, var inter, var country, var label] when int.TryParse(inter, out var code):
                    sides[id] = new SideCodes(actor, code, country == "-" ? null : country, label);
                    break;
                case ["country", var id, var name, var iso] when int.TryParse(iso, out var code):
                    countries[id] = new CountryCodes(name, code);
                    break;
                default:
                    throw Wrong(where, "'side', id, actor, code, country, label or 'country', id, name, number are wanted");
            }
        }

        return new ExportCodes(acts, sides.ToFrozenDictionary(), countries.ToFrozenDictionary());
    }

    /// <summary>The codes of a kind and act, or null where none are given.</summary>
    public ActCodes? Of(string kind, string act) => Acts.GetValueOrDefault(kind + "/" + act);

    /// <summary>The codes of a side, or null.</summary>
    public SideCodes? Of(string? side) => side is null ? null : Sides.GetValueOrDefault(side);

    private static IEnumerable<(string[] Cells, string Where)> Lines(string path)
    {
        if (!File.Exists(path))
        {
            throw new ProblemException(new("SAL0721", path, "The file is missing.", "Point SALIENT_DATA at the folder with rules/, models/ and theatres/."));
        }

        return File.ReadLines(path).Select((line, i) => (Line: line, Where: $"{path}:{i + 1}")).Where(l => l.Line.Length > 0 && l.Line[0] != '#').Select(l => (l.Line.Split('\t'), l.Where));
    }

    private static ProblemException Wrong(string where, string what) => new(new("SAL0722", where, $"The line is wrong: {what}.", "Mend the line."));
}
