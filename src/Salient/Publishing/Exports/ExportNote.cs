namespace Salient.Publishing.Exports;

/// <summary>What every export says of itself.</summary>
/// <param name="Version">The program's version.</param>
public sealed record ExportNote(string Version)
{
    /// <summary>The form of the exports: changes when a field is renamed, taken away or given another meaning.</summary>
    public const string Form = "1";

    /// <summary>On what terms an export may be used, in one line.</summary>
    public const string Licence =
        "Places: GeoNames (https://www.geonames.org), CC BY 4.0. Quotations: the words of their publishers, whose terms hold. Coding: Salient, no further terms.";

    /// <summary>The same in a few words, for each row of a table.</summary>
    public const string Terms = "places GeoNames CC BY 4.0; quotations their publishers'";

    /// <summary>What an export holds, in one line.</summary>
    public const string Caveat = "Claims are what reports say, not what is so.";

    /// <summary>The program that wrote it.</summary>
    public string Generator => $"Salient {Version}, form {Form}";
}
