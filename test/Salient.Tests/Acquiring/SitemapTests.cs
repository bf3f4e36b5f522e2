using System.IO.Compression;
using System.Text;
using Salient.Acquiring;

namespace Salient.Tests.Acquiring;

public sealed class SitemapTests
{
    private static readonly string Map = File.ReadAllText(Path.Combine(House.Repository.Root, "test", "fuzz", "seeds", "sitemap.xml"));

    [Fact]
    public void Read_Map_GivesPagesAndNoPictures()
    {
        var map = SitemapSource.Read(Encoding.UTF8.GetBytes(Map), "map");
        map.Addresses.ShouldBe([new ListedPage("https://example.org/a", "2022-05-02"), new ListedPage("https://example.org/b?x=1&y=2", null)]);
        map.Problem.ShouldBeNull();
    }

    [Fact]
    public void Read_CompressedMap_IsUnpacked()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Map));
        }

        SitemapSource.IsSitemap(packed.ToArray()).ShouldBeTrue();
        SitemapSource.Read(packed.ToArray(), "map").Addresses.Length.ShouldBe(2);
    }

    [Fact]
    public void Read_BrokenMapWithEntities_GivesWhatCameBeforeAndExpandsNothing()
    {
        var map = SitemapSource.Read(Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Map.Replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "").Replace("x=1&amp;", "&e;")), "map");
        map.Addresses.Length.ShouldBe(1);
        map.Problem!.Code.ShouldBe("SAL0125");
    }

    [Fact]
    public void Walk_IndexOfMaps_TakesEachPageOnceAndOnlyThoseOfItsHost()
    {
        const string ring = "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>https://example.org/1.xml</loc></sitemap><sitemap><loc>https://example.org/2.xml</loc></sitemap><sitemap><loc>https://elsewhere.org/3.xml</loc></sitemap></sitemapindex>";
        var asked = new List<string>();
        WebAnswer Fetch(string address)
        {
            asked.Add(address);
            var text = address.Contains('2') ? ring : Map.Replace("https://example.org/b", "https://elsewhere.org/b");
            return new WebAnswer(new Uri(address), 200, null) { Bytes = Encoding.UTF8.GetBytes(text) };
        }

        var walked = SitemapSource.Walk("https://example.org/map.xml", new WebAnswer(new Uri("https://example.org/map.xml"), 200, null) { Bytes = Encoding.UTF8.GetBytes(ring) }, Fetch).ToList();
        asked.ShouldBe(["https://example.org/1.xml", "https://example.org/2.xml"]);
        walked.Select(w => w.Address ?? w.Problem!.Code).ShouldBe(["https://example.org/a", "SAL0126"]);
    }
}
