using System.Collections.Immutable;
using Salient.Records;
using Salient.Tests.Parsing;

namespace Salient.Tests.Specs;

/// <summary>specs/parsing: sentences and words in order; arcs, roots, lemmas and mentions that must be there.</summary>
public sealed class ParsingSpecs
{
    public static TheoryData<SpecCase> Cases => SpecFile.Cases("parsing");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Spec_Holds(SpecCase spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var sentences = Reports.Parser.Parse(Reports.Of(spec.Text));
        var (s, w) = (0, 0);
        foreach (var line in spec.Expect)
        {
            var at = line.IndexOf(':', StringComparison.Ordinal);
            var value = line[(at + 1)..].Trim();
            switch (line[..at])
            {
                case "sentence":
                    sentences[s++].Span.Of(spec.Text).ShouldBe(value);
                    break;
                case "words":
                    string.Join(' ', sentences[w++].Tokens.Select(t => t.Form)).ShouldBe(value);
                    break;
                default:
                    Facts(sentences, spec.Text).ShouldContain(line);
                    break;
            }
        }
    }

    private static IEnumerable<string> Facts(ImmutableArray<Sentence> sentences, string text)
    {
        yield return $"root: {sentences[0].Tokens[sentences[0].Root].Lemma}";
        foreach (var sentence in sentences)
        {
            foreach (var t in sentence.Tokens)
            {
                yield return $"lemma: {t.Form} = {t.Lemma}";
                yield return $"arc: {t.Relation}({(t.Head < 0 ? "" : sentence.Tokens[t.Head].Form)}, {t.Form})";
            }

            foreach (var m in sentence.Mentions)
            {
                var words = m.Span.Of(text);
                yield return $"mention: {m.Type} {words}" + (m.Name == words ? "" : $" = {m.Name}");
            }
        }
    }
}
