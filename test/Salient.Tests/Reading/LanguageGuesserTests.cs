using Salient.Records;
using System.Text;

namespace Salient.Tests.Reading;

public sealed class LanguageGuesserTests
{
    private static string Guess(string text) =>
        Made.Reader.Read(new Capture("a", "a.txt", Encoding.UTF8.GetBytes(text), MediaKind.Text)).Report!.Language;

    [Theory]
    [InlineData("uk", "Міст через канал закрили у понеділок, сказали інженери.")]
    [InlineData("uk", "Паром до села та з села ходить для громади з понеділка.")]
    [InlineData("ru", "Мост через канал закрыли в понедельник, сказали инженеры.")]
    [InlineData("ru", "Паром и мост для города закрыт после дождя, что не новость.")]
    [InlineData("bg", "Мостът над канала беше затворен в понеделник, като това се случва през зимата.")]
    [InlineData("be", "Мост праз канал зачынілі ў панядзелак, сказаў інжынер.")]
    [InlineData("sr", "Мост преко канала затворен је у понедељак, рекли су инжењери.")]
    [InlineData("und", "Уточнено район мосту.")]
    [InlineData("el", "Η γέφυρα έκλεισε τη Δευτέρα.")]
    [InlineData("ja", "月曜日に橋が閉鎖された。")]
    [InlineData("ko", "다리는 월요일에 폐쇄되었다.")]
    [InlineData("zh", "大桥于星期一关闭。")]
    [InlineData("fa", "پل روز دوشنبه بسته شد و گفتند چرا.")]
    [InlineData("ar", "أغلق الجسر يوم الاثنين.")]
    [InlineData("sv", "Bron över kanalen stängdes på måndagen, och det var inte första gången som den stängdes, sade ingenjören. Han menar att det är för farligt att låta bilar köra över den när isen ligger på och vinden är stark.")]
    [InlineData("hu", "A hidat hétfőn zárták le a csatorna felett, és a mérnök szerint ez nem az első alkalom volt. A város azt mondta, hogy a javítás után a híd újra nyitva lesz, de csak a gyalogosok előtt, mert a szél még erős.")]
    [InlineData("fi", "Silta suljettiin maanantaina, ja insinöörin mukaan se ei ollut ensimmäinen kerta. Kaupunki kertoi, että silta on auki taas viikon kuluttua, mutta vain jalankulkijoille, kun tuuli on heikko ja jää on sulanut kokonaan pois.")]
    [InlineData("id", "Jembatan itu ditutup pada hari Senin dan para insinyur mengatakan bahwa ini bukan yang pertama. Kota akan membuka jembatan dengan hati-hati untuk pejalan kaki, karena angin dari utara tidak akan reda dalam waktu dekat.")]
    public void Guess_OtherLanguages_AreTold(string language, string text) => Guess(text).ShouldBe(language);

    [Theory]
    [InlineData("Ferry runs again")]
    [InlineData("Mayor of Beryslav: bridge closed")]
    [InlineData("Losses of the defenders so far: personnel about 24200 (+200), tanks 1077 (+15), vehicles 2610 (+44), artillery systems 491 (+10), launchers 163 (+4), air defence 81 (+3), planes 194 (+2), helicopters 155, trucks and tankers 1867 (+23), ships 10, drones 291 (+8), special equipment 38, cruise missiles 87. Data are checked.")]
    public void Guess_EnglishOfFewCommonWords_IsEnglish(string text) => Guess(text).ShouldBe("en");
}
