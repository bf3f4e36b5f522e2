using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Salient.Web.Tests.Review;

public sealed class ReviewPageTests
{
    [Fact]
    public async Task Form_SentFromThePage_IsWrittenAndShownEverywhere()
    {
        await using var server = await ReviewedServer.StartAsync();
        var (client, id) = (server.Client(), server.Claim.Id);
        using var answer = await server.SendAsync(client, "/claims/" + id, ("act", "reject"), ("claim", id), ("by", "Ada <b>"), ("note", "<script>alert(1)</script>"));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answer.Headers.Location!.OriginalString.ShouldBe($"/claims/{id}#review");
        foreach (var page in (string[])["/claims", "/claims/" + id, "/reports/r1", "/review"])
        {
            var html = await client.GetStringAsync(page);
            html.ShouldContain("reject", customMessage: page);
            html.ShouldContain("Ada &lt;b&gt;", customMessage: page);
            html.ShouldNotContain("<script>alert");
        }

        (await client.GetStringAsync("/claims.json")).ShouldContain("\"is\":\"rejected\"");
        (await client.GetStringAsync("/exports/claims/csv")).ShouldContain("rejected,Ada <b>");
        (await client.GetStringAsync("/events.json")).ShouldNotContain(id);
        (await client.GetStringAsync("/sources.json")).ShouldContain("\"rejected\":1");
    }

    [Fact]
    public async Task Form_Undo_TakesTheEntryBack()
    {
        await using var server = await ReviewedServer.StartAsync();
        var (client, id) = (server.Client(), server.Claim.Id);
        (await server.SendAsync(client, "/claims/" + id, ("act", "reject"), ("claim", id), ("by", "Ada"))).Dispose();
        using var json = JsonDocument.Parse(await client.GetStringAsync("/review.json"));
        var entry = json.RootElement.GetProperty("entries")[0].GetProperty("id").GetString()!;
        using var undone = await server.SendAsync(client, "/review", ("act", "undo"), ("claim", entry), ("by", "Ada"));
        undone.Headers.Location!.OriginalString.ShouldBe("/review");
        (await client.GetStringAsync("/claims.json")).ShouldContain("\"review\":null");
    }

    [Fact]
    public async Task Form_CorrectAndAdd_TakeSlotsAndTheReportsWords()
    {
        await using var server = await ReviewedServer.StartAsync();
        var (client, id) = (server.Client(), server.Claim.Id);
        using var corrected = await server.SendAsync(client, "/claims/" + id, ("act", "correct"), ("claim", id), ("by", "Ada"), ("slot", "act"), ("value", "lost"), ("slot", ""), ("value", ""));
        corrected.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await client.GetStringAsync($"/claims/{id}.json")).ShouldContain("\"act\":\"lost\"");
        using var wrong = await server.SendAsync(client, "/review/add?report=r1", ("act", "add"), ("claim", "r1"), ("by", "Ada"), ("quotation", "The mill stood"), ("slot", "kind"), ("value", "incident"), ("slot", "act"), ("value", "fire"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await wrong.Content.ReadAsStringAsync()).ShouldContain("SAL0734");
        using var added = await server.SendAsync(client, "/review/add?report=r1", ("act", "add"), ("claim", "r1"), ("by", "Ada"), ("quotation", "on Monday.\r\nThe mill burned"), ("slot", "kind"), ("value", "incident"), ("slot", "act"), ("value", "fire"));
        added.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await client.GetStringAsync(added.Headers.Location!.OriginalString.Split('#')[0])).ShouldContain("The mill burned");
    }

    [Fact]
    public async Task Form_OfVerdicts_AsksNameAndReasonOnce()
    {
        await using var server = await ReviewedServer.StartAsync();
        var html = await server.Client().GetStringAsync("/claims/" + server.Claim.Id);
        var form = html[html.IndexOf("Accept or reject this claim", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        form.ShouldContain("<button name=\"act\" value=\"accept\"");
        form.ShouldContain("<button name=\"act\" value=\"reject\"");
        form.ShouldNotContain("type=\"hidden\" name=\"act\"");
        form.Split("name=\"by\"").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Form_ThatAdds_OffersKindsSidesAndSources()
    {
        await using var server = await ReviewedServer.StartAsync();
        var html = await server.Client().GetStringAsync("/review/add?report=r1");
        foreach (var offered in (string[])["civilian-harm", "PR-", "think-tank", "ru"])
        {
            html.ShouldContain($"<option value=\"{offered}\"");
        }

        html.ShouldNotContain("actor.side </label>");
        html.ShouldContain("name=\"value\" type=\"date\"");
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefused()
    {
        await using var server = await ReviewedServer.StartAsync();
        using var form = new FormUrlEncodedContent([new("act", "reject"), new("claim", server.Claim.Id), new("by", "Mallory")]);
        using var answer = await server.Client().PostAsync("/review", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("SAL0813");
        server.Written().ShouldBe(0);
    }

    [Fact]
    public async Task Write_UnderAnotherName_IsRefused()
    {
        await using var server = await ReviewedServer.StartAsync();
        using var form = new FormUrlEncodedContent([new("act", "reject"), new("claim", server.Claim.Id), new("by", "Mallory")]);
        using var answer = await server.Client("http://evil.example").PostAsync("/review", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        using var json = await PostAsync(server.Client("http://evil.example"), server.Claim.Id);
        json.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        server.Written().ShouldBe(0);
    }

    [Fact]
    public async Task Json_FromAnotherSite_OrAsAForm_IsRefused()
    {
        await using var server = await ReviewedServer.StartAsync();
        using var crossed = await PostAsync(server.Client(), server.Claim.Id, site: "cross-site");
        crossed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var plain = await server.Client().PostAsync("/review.json", new StringContent("{}", Encoding.UTF8, "text/plain"));
        plain.IsSuccessStatusCode.ShouldBeFalse();
        using var broken = await server.Client().PostAsync("/review.json", new StringContent("{\"act\":", Encoding.UTF8, "application/json"));
        broken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        server.Written().ShouldBe(0);
        using var good = await PostAsync(server.Client(), server.Claim.Id);
        good.StatusCode.ShouldBe(HttpStatusCode.Created);
        server.Written().ShouldBe(1);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", null, null, "SAL0811")]
    [InlineData("http://127.0.0.1:5080;http://*:80", null, null, "SAL0811")]
    [InlineData("http://0.0.0.0:5080", "open sesame", null, "SAL0812")]
    [InlineData("http://0.0.0.0:5080", "open sesame", "guess", "SAL0812")]
    [InlineData("http://0.0.0.0:5080", "open sesame", "open sesame", null)]
    [InlineData("http://127.0.0.1:5080;http://[::1]:80;http://localhost:81", null, null, null)]
    public async Task Write_ServedElsewhere_WantsTheKey(string urls, string? key, string? given, string? code)
    {
        await using var server = await ReviewedServer.StartAsync(urls, key);
        using var json = await PostAsync(server.Client(), server.Claim.Id, given);
        using var form = await server.SendAsync(server.Client(), "/claims/" + server.Claim.Id, ("act", "accept"), ("claim", server.Claim.Id), ("by", "Ada"), ("key", given ?? ""));
        if (code is null)
        {
            (json.StatusCode, form.StatusCode).ShouldBe((HttpStatusCode.Created, HttpStatusCode.SeeOther));
        }
        else
        {
            (json.StatusCode, form.StatusCode).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden));
            (await json.Content.ReadAsStringAsync()).ShouldContain(code);
            (await form.Content.ReadAsStringAsync()).ShouldContain(code);
            server.Written().ShouldBe(0);
        }
    }

    [Fact]
    public async Task Write_TooOften_IsHeldBack()
    {
        await using var server = await ReviewedServer.StartAsync(writes: 2);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var answer = await PostAsync(server.Client(), server.Claim.Id);
            answers.Add(answer.StatusCode);
        }

        answers.ShouldBe([HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests]);
        (await server.Client().GetAsync("/claims")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Permalink_OfAnEarlierRun_LeadsToWhatHasTakenItsPlace()
    {
        await using var server = await ReviewedServer.StartAsync();
        var heir = ReviewedServer.Made("took Oak Hill on Monday", "control", "captured");
        server.Recode(heir);
        var html = await server.Client().GetStringAsync("/claims/" + server.Claim.Id);
        html.ShouldContain($"href=\"/claims/{heir.Id}\"");
        html.ShouldContain("Invented troops took Oak Hill");
        server.Recode(ReviewedServer.Made("The mill burned", "incident", "fire"));
        (await server.Client().GetStringAsync("/claims/" + server.Claim.Id)).ShouldContain("No claim of the current run has taken its place.");
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string claim, string? key = null, string? site = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/review.json") { Content = JsonContent.Create(new { act = "accept", claim, by = "Ada" }) };
        if (key is not null)
        {
            request.Headers.Add("Authorization", "Bearer " + key);
        }

        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await client.SendAsync(request);
    }
}
