using Salient.Records;
using Salient.Tests.Specs;

namespace Salient.Tests.Attributing;

/// <summary>What the words of a source tell: whether it has a name, whose side and what type it is.</summary>
public sealed class SourceWordsTests
{
    private static readonly Pipeline Pipeline = new(Pipeline.DataFolder);

    [Theory]
    [InlineData("Ukraine's foreign minister said that the port would open.", false)]
    [InlineData("The head of the Danish government said that the port would open.", false)]
    [InlineData("A deputy minister of Ukraine said that the port would open.", true)]
    [InlineData("An aide to the Danish prime minister said that the port would open.", true)]
    [InlineData("Northhaven said that the port would open.", false)]
    [InlineData("Two dockers said that the port would open.", true)]
    [InlineData("According to a statement, the port will open.", false)]
    [InlineData("Footage shows that the port is burning.", true)]
    public void Attribute_NameOfficeOrPaper_IsNotAnonymous(string text, bool anonymous) => Last(text).Anonymous.ShouldBe(anonymous);

    [Theory]
    [InlineData("Aliaxandr Łukaszenka said that the bridge was closed.", "official", "by")]
    [InlineData("Wolodimir Zelanskyj said that the bridge was closed.", "official", "ua")]
    [InlineData("The Ukrainian military expert Petro Honchar said that the bridge was closed.", "analyst", "none")]
    [InlineData("The Russian Ministry of Defense said that the road was open. General Marek Dolny said that the bridge was closed.", "military", "none")]
    [InlineData("A resolution on Russian crimes adopted by the Council of Europe says that the bridge is closed.", "other", "intl")]
    [InlineData("The Ukrainian governor is away. A senior official of some undisclosed state said that the bridge was closed.", "official", "none")]
    [InlineData("The Russian Telegram channel Bridgewatch said that the bridge was closed.", "social", "ru")]
    [InlineData("The GUR said that the bridge was closed.", "government", "ua")]
    public void Attribute_Source_HasTypeAndSide(string text, string type, string side)
    {
        var by = Last(text);
        (by.Type, by.Side).ShouldBe((type, side), by.Name);
    }

    [Theory]
    [InlineData("\"The bridge is closed,\" said Petro Honchar, adviser to the President of Ukraine Volodymyr Zelensky.", "Petro Honchar")]
    [InlineData("The Belarusian Foreign Ministry said that the road was open. Petro Honchar, a captain, said that the bridge was closed. It added that the port would open.", "Belarusian Foreign Ministry")]
    [InlineData("\"We know the town. Our soundings show that the bridge is closed,\" said Petro Honchar, a captain.", "Petro Honchar")]
    [InlineData("Petro Honchar, a captain, said: \"The port will open. Our neighbours say that the bridge is closed.\"", "Our neighbours")]
    [InlineData("Volodymyr Zelensky was in the port.\n\nThe bridge is closed, says President Volodymyr Zelensky", "Volodymyr Zelensky")]
    [InlineData("Volodymyr Zelensky to Putin: we will not open the port", "Volodymyr Zelensky")]
    [InlineData("The adviser to President Zelensky claims that the bridge is closed.", "adviser to President Zelensky")]
    [InlineData("\"The bridge is closed,\" says Karlis Ozolins. Ozolins adds that the port will open.", "Karlis Ozolins")]
    [InlineData("\"The bridge is closed,\" says Karlis Ozolins. The director adds that the port will open.", "Karlis Ozolins")]
    [InlineData("Mira Kral, commenting on the talks, drew attention to the bridge. The analyst said that the port would open.", "Mira Kral")]
    [InlineData("\"We are ready,\" said Alexander Lukashenko. Vladimir Putin was silent. The dictator said that the port would open.", "Alexander Lukashenko")]
    [InlineData("Petro Honchar, a captain, said that the port was closed. Prime Minister Rishi Sunak was asked about the bridge. He replied that it was open.", "Rishi Sunak")]
    [InlineData("\"As Moldova continues to trade with us, we believe that the port will open,\" said Petro Honchar, a captain.", "Petro Honchar")]
    [InlineData("News agencies report that Prime Minister Rishi Sunak called the bridge safe and said that Vladimir Putin was gone. He added that the port would open.", "Rishi Sunak")]
    public void Attribute_Source_IsWhoSpeaks(string text, string name) => Last(text).Name.ShouldBe(name);

    private static ClaimSource Last(string text)
    {
        var report = AttributingSpecs.Report(text);
        return Pipeline.Attribute(report, Pipeline.Sentences(report)).Last(a => a.By is not null).By!;
    }
}
