using System.CommandLine;
using Salient.Cli.Verbs;

namespace Salient.Tests.Locating;

public sealed class GazetteerVerbTests
{
    [Fact]
    public void Import_SoundAndBadRows_WritesTheSoundOnesAndSaysSome()
    {
        var folder = Directory.CreateTempSubdirectory("gazetteer");
        var dump = Path.Combine(folder.FullName, "dump.txt");
        var written = Path.Combine(folder.FullName, "out.bin");
        File.WriteAllLines(dump, [GeoNamesDumpTests.Row(3, "Kremianka", 50, 33), "bad"]);
        Import(dump, written).ShouldBe(2);
        var builder = new Salient.Locating.Gazetteers.GazetteerBuilder();
        Salient.Locating.Gazetteers.GazetteerReader.Read(written, builder);
        builder.Build().Places.Count.ShouldBe(1);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Import_NothingSound_WritesNothing()
    {
        var folder = Directory.CreateTempSubdirectory("gazetteer");
        var dump = Path.Combine(folder.FullName, "dump.txt");
        var written = Path.Combine(folder.FullName, "out.bin");
        File.WriteAllLines(dump, ["bad", "worse"]);
        Import(dump, written).ShouldNotBe(0);
        File.Exists(written).ShouldBeFalse();
        folder.Delete(recursive: true);
    }

    private static int Import(string dump, string to) =>
        new RootCommand { GazetteerVerb.Make() }.Parse(["gazetteer", "import", dump, "--out", to]).Invoke();
}
