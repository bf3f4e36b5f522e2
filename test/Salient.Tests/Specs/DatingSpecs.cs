using System.Globalization;
using Salient.Dating;
using Salient.Records;
using Salient.Tests.Dating;

namespace Salient.Tests.Specs;

public sealed class DatingSpecs
{
    public static TheoryData<SpecCase> Cases() => SpecFile.Cases("dating");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Spec_EveryLine_Holds(SpecCase spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var report = Times.Report(spec.Text, spec.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var sentences = Times.Sentences(spec.Text);
        var found = Times.Dater.Find(report, sentences);
        var times = spec.Expect.Where(l => l.StartsWith("time ", StringComparison.Ordinal)).ToList();
        if (times.Count > 0 || spec.Expect.Count == 0)
        {
            found.Select(t => $"time {t.Span.Of(spec.Text)} | {Times.Show(t.Governs)}").ShouldBe(times);
        }

        foreach (var line in spec.Expect.Except(times))
        {
            var claim = Claims.Parse(line, spec.Text, sentences);
            Times.Show(Times.Dater.Date(report, sentences, claim.Assertion)).ShouldBe(claim.Gives, line);
        }
    }
}

/// <summary>A line of a spec that sets a claim: <c>KIND/ACT[/CATEGORY]: EVIDENCE | GIVES</c>.</summary>
internal static class Claims
{
    public static (Assertion Assertion, string Gives) Parse(string line, string text, System.Collections.Immutable.ImmutableArray<Sentence> sentences)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var bar = line.LastIndexOf(" | ", StringComparison.Ordinal);
        var names = line[..colon].Split('/');
        var evidence = line[(colon + 2)..bar];
        var start = text.IndexOf(evidence, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, line);
        var sentence = 0;
        while (sentence + 1 < sentences.Length && sentences[sentence].Span.End <= start)
        {
            sentence++;
        }

        var assertion = new Assertion(names[0], names[1], new TextSpan(start, start + evidence.Length), sentence, 0, 0, null, null, [], null, null, names.Length > 2 ? names[2] : null, null, null, null, null, "spec", 1);
        return (assertion, line[(bar + 3)..]);
    }
}
