namespace Salient.Tests.Cli;

public sealed class NumberedIdTests
{
    [Theory]
    [InlineData("17")]
    [InlineData("\"17\"")]
    public void ReadLocating_IdOfALine_GoesOutAsItCame(string id)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $$"""{"id": {{id}}, "date": "2022-05-02", "text": "Fighting went on near Lyman."}""" + "\n");
            BuiltProgram.Run("read", file, "--input", "jsonl", "--stage", "locating").Output.ShouldStartWith($$"""{"id":{{id}},""");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
