namespace Salient.Recording.Schema;

/// <summary>The feed and the entry whose own words a report is, where it is these and not the page behind it: the two are no versions of each other.</summary>
internal static class ExcerptsStep
{
    public const string Sql = "ALTER TABLE reports ADD COLUMN excerpt TEXT;";
}
