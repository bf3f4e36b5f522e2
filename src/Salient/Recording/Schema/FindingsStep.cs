namespace Salient.Recording.Schema;

/// <summary>What claims amount to, unit by unit; all of it can be made again from the claims.</summary>
internal static class FindingsStep
{
    /// <summary>The tables that are emptied where findings are made anew.</summary>
    public static readonly string[] Tables = ["entries", "units", "facts", "views", "findings", "disputed", "sources", "identities", "states", "holders", "sketches", "bands", "copies", "revisions"];

    public const string Sql =
        """
        CREATE TABLE due (id INTEGER PRIMARY KEY AUTOINCREMENT, report INTEGER NOT NULL);
        CREATE TABLE stamps (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE entries (report INTEGER PRIMARY KEY, voice TEXT NOT NULL, value BLOB NOT NULL);
        CREATE TABLE units (id INTEGER PRIMARY KEY, part INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE (part, name));
        CREATE TABLE facts (unit INTEGER NOT NULL, day INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (unit, day, claim)) WITHOUT ROWID;
        CREATE TABLE views (place INTEGER NOT NULL, report INTEGER NOT NULL, value BLOB NOT NULL, PRIMARY KEY (place, report)) WITHOUT ROWID;
        CREATE TABLE findings (unit INTEGER NOT NULL, day INTEGER NOT NULL, value BLOB NOT NULL, PRIMARY KEY (unit, day)) WITHOUT ROWID;
        CREATE TABLE disputed (claim TEXT NOT NULL, unit INTEGER NOT NULL, PRIMARY KEY (claim, unit)) WITHOUT ROWID;
        CREATE TABLE sources (source TEXT PRIMARY KEY, claims INTEGER NOT NULL, first INTEGER NOT NULL, corroborated INTEGER NOT NULL, alone INTEGER NOT NULL,
            contradicted INTEGER NOT NULL, against INTEGER NOT NULL, retracted INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE identities (source TEXT NOT NULL, sort TEXT NOT NULL, name TEXT NOT NULL, side TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (source, sort)) WITHOUT ROWID;
        CREATE TABLE states (place INTEGER PRIMARY KEY, value BLOB NOT NULL);
        CREATE TABLE holders (place INTEGER NOT NULL, ordinal INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, holder TEXT NOT NULL, status INTEGER NOT NULL, confidence INTEGER NOT NULL,
            name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, PRIMARY KEY (place, ordinal)) WITHOUT ROWID;
        CREATE TABLE sketches (report INTEGER PRIMARY KEY, words INTEGER NOT NULL, least BLOB NOT NULL, numbers BLOB NOT NULL, bands BLOB NOT NULL);
        CREATE TABLE bands (band INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (band, report)) WITHOUT ROWID;
        CREATE TABLE copies (report INTEGER PRIMARY KEY, original INTEGER NOT NULL, likeness REAL NOT NULL);
        CREATE INDEX copies_by_original ON copies (original);
        """;
}
