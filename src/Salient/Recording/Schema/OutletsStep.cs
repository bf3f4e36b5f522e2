namespace Salient.Recording.Schema;

/// <summary>Who published a report, where that came with it: reading it again must know it too.</summary>
internal static class OutletsStep
{
    public const string Sql = "ALTER TABLE reports ADD COLUMN outlet TEXT;";
}
