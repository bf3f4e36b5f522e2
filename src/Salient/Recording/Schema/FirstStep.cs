namespace Salient.Recording.Schema;

/// <summary>Captures, reports, coding runs, readings, claims, full text, refusals.</summary>
internal static class FirstStep
{
    public const string Sql =
        """
        CREATE TABLE runs (id INTEGER PRIMARY KEY, program TEXT NOT NULL, rules TEXT NOT NULL, current INTEGER NOT NULL);
        CREATE TABLE captures (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, packed BLOB NOT NULL);
        CREATE TABLE reports (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, capture INTEGER NOT NULL REFERENCES captures,
            base TEXT NOT NULL, origin TEXT NOT NULL, media INTEGER NOT NULL, charset TEXT, given TEXT);
        CREATE INDEX reports_by_base ON reports (base, capture);
        CREATE TABLE readings (run INTEGER NOT NULL REFERENCES runs, report INTEGER NOT NULL REFERENCES reports, rules TEXT NOT NULL,
            title TEXT, day TEXT, not_before TEXT, not_after TEXT, basis INTEGER NOT NULL, note TEXT, outlet TEXT, author TEXT,
            language TEXT NOT NULL, copy_of TEXT, institute INTEGER NOT NULL, reference TEXT NOT NULL, paragraphs TEXT NOT NULL,
            packed BLOB NOT NULL, claims INTEGER NOT NULL, PRIMARY KEY (run, report));
        CREATE TABLE claims (id INTEGER PRIMARY KEY, run INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES reports, claim TEXT NOT NULL,
            kind TEXT NOT NULL, act TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, evidence TEXT NOT NULL,
            factuality INTEGER NOT NULL, quoted INTEGER NOT NULL, role INTEGER NOT NULL, rule TEXT NOT NULL, slots TEXT NOT NULL);
        CREATE UNIQUE INDEX claims_by_id ON claims (claim, run);
        CREATE INDEX claims_by_report ON claims (report, run, start);
        CREATE VIRTUAL TABLE words USING fts5 (evidence, names, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
        CREATE TABLE refusals (base TEXT NOT NULL, hash TEXT NOT NULL, rules TEXT NOT NULL, code TEXT NOT NULL, what TEXT NOT NULL,
            remedy TEXT NOT NULL, PRIMARY KEY (base, hash, rules)) WITHOUT ROWID;
        CREATE TABLE state (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO state VALUES ('revision', 0);
        CREATE TRIGGER captures_stay BEFORE UPDATE ON captures BEGIN SELECT RAISE (ABORT, 'captures are never edited'); END;
        CREATE TRIGGER claims_stay BEFORE UPDATE ON claims BEGIN SELECT RAISE (ABORT, 'claims are never edited'); END;
        """;
}
