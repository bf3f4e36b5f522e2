using System.Collections.Frozen;
using Salient.Coding.Scoring;
using Salient.Records;
using Salient.Theatres;

namespace Salient.Training.Coding;

/// <summary>Slots of the claims of a file written for training, a line a claim: slug, mark, source ("-", a side and words, or "?" where it is not marked), actor's side, words that tell the time, places and, where it is marked, the side acted on.</summary>
internal sealed class SlotLines
{
    private const int Fields = 6;
    private const int FieldsWithTarget = 7;
    private const string None = "-";
    private const string Unmarked = "?";
    private readonly FrozenDictionary<(string Slug, int Mark), string[]> lines;

    private SlotLines(Dictionary<(string, int), string[]> lines) => this.lines = lines.ToFrozenDictionary();

    /// <summary>The lines of <paramref name="path"/>; none where there is no such file.</summary>
    /// <exception cref="ProblemException">SAL0547: a line has neither six nor seven fields, or its mark is no number.</exception>
    public static SlotLines Load(string path)
    {
        var read = new Dictionary<(string, int), string[]>();
        foreach (var (number, fields) in TableLines.Read(path))
        {
            if (fields.Length is not (Fields or FieldsWithTarget) || !int.TryParse(fields[1], out var mark))
            {
                throw new ProblemException(new Problem("SAL0547", $"{path}:{number}", "The line does not hold the slots of a mark.", "Write slug, mark, source, actor, time, places and, if known, target, a tab between them."));
            }

            read[(fields[0].Trim(), mark)] = fields;
        }

        return new SlotLines(read);
    }

    /// <summary>The claim with what its line says of it.</summary>
    public GoldClaim Fill(string slug, GoldClaim claim) =>
        lines.TryGetValue((slug, claim.Mark), out var fields)
            ? claim with
            {
                Voice = fields[2].Trim() switch { Unmarked => null, None => Leanings.Own, _ => Leanings.Said },
                Speaker = fields[2].Trim() is None or Unmarked ? null : fields[2].Trim().Split(' ')[0],
                Time = fields[4].Trim() == None ? "" : fields[4].Trim(),
                Actor = fields[3].Trim() is None ? "" : fields[3].Trim(),
                Target = fields.Length < FieldsWithTarget ? null : fields[6].Trim() is None ? "" : fields[6].Trim(),
                Places = fields[5].Trim() is None ? [] : [.. fields[5].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(p => p != None)],
            }
            : claim;
}
