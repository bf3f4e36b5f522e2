using System.Collections.Immutable;
using Salient.Records;

namespace Salient.Reconciling.Control;

/// <summary>Reads a theatre's <c>policy.yaml</c>.</summary>
public static class ControlPolicyLoader
{
    /// <summary>The policy in <paramref name="folder"/>.</summary>
    /// <exception cref="ProblemException">SAL0701 missing; SAL0702 a line is wrong.</exception>
    public static ControlPolicy Load(string folder)
    {
        var root = YamlPart.Load(Path.Combine(folder, "policy.yaml"));
        var j = root["judgement"];
        var i = root["inference"];
        var w = root["wording"];
        return new ControlPolicy(
            [.. root["acts"].List().Select(Act)],
            [.. root["words"].List().Select(x => new WordLine(x["id"].Text, x["voice"].Text, x["weight"].Number))],
            root["allies"].Map().ToImmutableDictionary(p => p.Key, p => p.Value.Words()),
            root["institute-types"].Words(),
            root["factuality"].Map().ToImmutableDictionary(p => p.Key, p => p.Value.Number),
            root["anonymous"].Number,
            root["wide"].Map().ToImmutableDictionary(p => p.Key, p => p.Value.Number),
            root["discredited"].Words(),
            root["not-yet"].Words(),
            root["named"].Words(),
            root["not-so"].Words(),
            root["until"].Words(),
            new ControlWording(w["toward"].Words(), w["from"].Words(), w["beside"].Words(), w["part"].Words(), w["skipped"].Words(), w["after"].Words(), w["pieces"].Words(), w["aims"].Words(),
                w["all"].Words(), w["nearly"].Words(), w["occupied"].Words(), w["held"].Words(), w["saying"].Words(), w["leaving"].Words(), w["driving"].Words(), w["taking"].Words(), w["freeing"].Words(), w["relative"].Words(), w["owning"].Words(), w["between"].Words(), w["sides"].Map().ToImmutableDictionary(p => p.Key, p => p.Value.Words())),
            new Judgement(j["half-life"].Number, j["threshold"].Number, j["margin"].Number, j["inertia"].Number, (int)j["established"].Number, j["established-threshold"].Number),
            new Inference(
                i["strength"].Number,
                i["defended"].Number,
                i["fading"].Number,
                (int)i["back"].Number,
                i["presence"].Number,
                i["standing"].Number,
                i["loose"].Number,
                (int)i["turning"].Number,
                (int)i["alone"].Number,
                (int)i["quiet"].Number,
                i["slight"].Number,
                i["sure"].Number,
                i["prior"].Number,
                i["wide"].Number,
                i["whole"].Number,
                i["clearing"].Number,
                i["behind"].Number,
                (int)i["giving"].Number,
                (int)i["giving-days"].Number,
                (int)i["city"].Number,
                (int)i["town"].Number,
                (int)i["followed"].Number,
                i["following"].Number,
                (int)i["twice"].Number,
                (int)i["refuted"].Number,
                i["refuting"].Number,
                i["crossing"].Number,
                i["line"].Number,
                i["far"].Number,
                i["reach"].Number,
                i["change"].Number,
                i["told-change"].Number,
                i["city-change"].Number,
                i["told-city-change"].Number,
                i["quiet-city-change"].Number,
                i["ahead"].Number,
                (int)i["cut-off"].Number),
            Rivers.Load(folder, i["rivers"].Words()));
    }

    private static ActLine Act(YamlPart line) => new(
        line["id"].Text,
        line["kind"].Text,
        line["acts"].Words(),
        line.Find("outcomes")?.Words() ?? [],
        line["sign"].Text,
        line["roles"].Words(),
        line["holder"].Text,
        line["weight"].Number,
        line.Find("direct")?.Text == "true",
        line.Find("front")?.Number,
        line.Find("turns")?.Text == "true",
        line.Find("whole")?.Text == "true",
        line.Find("clears")?.Text == "true",
        line.Find("with")?.Words() ?? [],
        line.Find("unless")?.Words() ?? []);
}
