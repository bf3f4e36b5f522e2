namespace Salient.Acquiring;

/// <summary>Which column of a CSV file holds what, told by the names in its first row.</summary>
/// <param name="Text">The reports' texts; null in a list of headlines.</param>
/// <param name="Title">Their titles.</param>
/// <param name="Lead">What stands under the title.</param>
/// <param name="Id">Their ids.</param>
/// <param name="Day">When they were published.</param>
/// <param name="Outlet">Who published them.</param>
/// <param name="Address">Their addresses on the web.</param>
internal sealed record CsvColumns(int? Text, int? Title, int? Lead, int? Id, int? Day, int? Outlet, int? Address)
{
    /// <summary>What a column of texts may be called.</summary>
    public static readonly string[] Texts = ["text", "body", "content", "article", "articles", "story", "maintext", "main_text", "article_text", "articletext", "article_body", "articlebody", "full_text", "fulltext", "plain_text"];

    private static readonly string[] Titles = ["title", "headline", "headlines", "titles", "article_title", "heading"];
    private static readonly string[] Leads = ["subheading", "subtitle", "subhead", "standfirst", "lead", "lede", "abstract", "summary", "description", "snippet"];
    private static readonly string[] Ids = ["id", "article_id", "articleid", "uid", "uuid", "guid", "name"];
    private static readonly string[] DayColumns = ["date", "published", "published_at", "publishedat", "publish_date", "publishdate", "pub_date", "pubdate", "published_date", "date_published", "datepublished", "publication_date", "datetime", "timestamp", "day"];
    private static readonly string[] Outlets = ["outlet", "publisher", "journal", "newspaper", "publication", "source_name", "site", "source", "domain", "medium"];
    private static readonly string[] Addresses = ["url", "link", "address", "permalink", "web_url", "weburl", "source_url", "article_url", "href"];

    /// <summary>The columns of a file with this first row; null where none holds text or titles.</summary>
    public static CsvColumns? Find(string[] header)
    {
        var found = new CsvColumns(At(header, Texts), At(header, Titles), At(header, Leads), At(header, Ids), At(header, DayColumns), At(header, Outlets), At(header, Addresses));
        return (found.Text ?? found.Title) is null ? null : found;
    }

    private static int? At(string[] header, string[] names)
    {
        foreach (var name in names)
        {
            var at = Array.FindIndex(header, h => h.Trim().Replace(' ', '_').Replace('-', '_').Equals(name, StringComparison.OrdinalIgnoreCase));
            if (at >= 0)
            {
                return at;
            }
        }

        return null;
    }
}
