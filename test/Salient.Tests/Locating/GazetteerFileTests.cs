using Salient.Locating.Gazetteers;
using Salient.Locating.Importing;
using Salient.Locating.Names;
using Salient.Records;

namespace Salient.Tests.Locating;

public sealed class GazetteerFileTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var rows = GeoNamesDump.Read("dump", [GeoNamesDumpTests.Row(9, "Kremyanka", 50.0123, 33.4567, "Крем'янка,Кремянка")]).Rows;
        var entry = EntryMaker.Make(rows[0], bySound: true)!;
        var builder = new GazetteerBuilder();
        GazetteerReader.Read(GazetteerWriter.Bytes([entry]), builder);
        var gazetteer = builder.Build();
        var place = gazetteer.Places[0];
        place.ShouldBe(new Place(9, "Kremianka", 50.0123, 33.4567, PlacePrecision.Settlement, "UA", null, null, 900));
        var found = new List<Posting>();
        gazetteer.Keys.Find(KeyTable.Hash(KeyTable.Hash(KeyKind.Sound), Skeleton.Of("Крем'янка")), found).ShouldBeTrue();
        found.ShouldHaveSingleItem().Place.ShouldBe(0);
        gazetteer.Keys.Find(KeyTable.Hash(KeyTable.Hash(KeyKind.Sound), "nosuchplace"), found).ShouldBeFalse();
    }

    [Fact]
    public void Read_DamagedFile_SaysSo()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "not a gazetteer");
            Should.Throw<ProblemException>(() => GazetteerReader.Read(path, new GazetteerBuilder())).Problem.Code.ShouldBe("SAL0301");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void HandList_BadLines_EachNamedAndNothingLoaded()
    {
        var problem = Should.Throw<ProblemException>(() => HandList.Read("places.tsv",
        [
            "# comment",
            "-\tsettlement\tUA\tLubny\t50.01\t33\t-\t-",
            "-\tsettlement\tUA\tLubny\t50.01\t33\t-\t-",
            "-\tcastle\tUA\tKhorol\t49.8\t33.3\t-\t-",
            "-\tsettlement\tUA\tKhorol\t133.3\t49.8\t-\t-",
            "-\tsettlement\tUA\tKhorol\t\t33.3\t-\t-",
            "x",
        ])).Problem;
        problem.Code.ShouldBe("SAL0303");
        foreach (var line in new[] { "line 3: the same place", "line 4: 'castle'", "line 5: latitude and longitude are swapped", "line 6: coordinates", "line 7: 8 tab-separated" })
        {
            problem.What.ShouldContain(line);
        }
    }
}
