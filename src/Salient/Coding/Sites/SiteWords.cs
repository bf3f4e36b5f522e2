using Salient.Coding.Clauses;
using Salient.Records;

namespace Salient.Coding.Sites;

/// <summary>Words and paths of a sentence as features of sites name them.</summary>
internal static class SiteWords
{
    /// <summary>A word as features name it: names and numbers are only told as such.</summary>
    public static string Word(Sentence s, int t) => s.Tokens[t].Tag is Upos.PROPN && !Common(s.Tokens[t].Form) ? "NAME" : s.Tokens[t].Tag == Upos.NUM ? "NUM" : s.Tokens[t].Form.Lowered();

    private static bool Common(string form) => form.Lowered() is "oblast" or "region" or "raion" or "province" or "district" or "city" or "river" or "peninsula" or "direction" or "axis" or "front";

    /// <summary>The relations from a word up to another, or what they have to do with each other.</summary>
    public static string Path(Sentence s, int t, int top)
    {
        var path = "";
        var at = t;
        for (var steps = 0; steps < 4; steps++)
        {
            if (at == top)
            {
                return path + "^";
            }

            if (at < 0)
            {
                break;
            }

            path += s.Tokens[at].Relation + "<";
            at = s.Tokens[at].Head;
        }

        return s.Below(t, top) ? "below" : s.Below(top, t) ? "above" : "beside";
    }
}
