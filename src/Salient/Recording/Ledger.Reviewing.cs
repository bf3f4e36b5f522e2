using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Salient.Records;

namespace Salient.Recording;

/// <content>What analysts say of claims, and claims of earlier runs.</content>
public sealed partial class Ledger
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <inheritdoc/>
    public ImmutableArray<ReviewEntry> Reviews() =>
    [
        .. connection.Rows(
            r => new ReviewEntry(
                r.GetString(1), r.GetInt32(0), r.GetString(2), r.GetString(3), r.GetString(4),
                DateTimeOffset.ParseExact(r.GetString(5), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                r.Text(6), JsonSerializer.Deserialize(r.GetString(7), SlotsForm.Plain.ImmutableArraySlotChange), r.Text(8)),
            "SELECT id, entry, act, claim, author, said, other, changes, note FROM reviews ORDER BY id"),
    ];

    /// <summary>Puts <paramref name="draft"/> at the end of the review layer.</summary>
    /// <param name="draft">What is said; <c>Salient.Reviewing.Reviewer</c> sees to it that it can be.</param>
    /// <param name="at">When, by the host's clock; kept to the millisecond, in UTC.</param>
    /// <exception cref="ProblemException">SAL0601 to SAL0609.</exception>
    public ReviewEntry Append(ReviewDraft draft, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(draft);
        try
        {
            using var transaction = connection.BeginTransaction();
            var before = connection.Rows(r => (Number: r.GetInt32(0), Id: r.GetString(1)), "SELECT id, entry FROM reviews ORDER BY id DESC LIMIT 1").FirstOrDefault();
            var said = at.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);
            var changes = JsonSerializer.Serialize(draft.Changes, SlotsForm.Plain.ImmutableArraySlotChange);
            var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
                string.Join('\n', before.Id, draft.Act, draft.Claim, draft.By, said, draft.Other, changes, draft.Note))).AsSpan(0, 8));
            connection.Run("INSERT INTO reviews VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)", before.Number + 1, id, draft.Act, draft.Claim, draft.By, said, draft.Other, changes, draft.Note);
            connection.Run("UPDATE state SET value = value + 1 WHERE key = 'revision'");
            transaction.Commit();
            return new ReviewEntry(id, before.Number + 1, draft.Act, draft.Claim, draft.By, DateTimeOffset.ParseExact(said, Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), draft.Other, draft.Changes, draft.Note);
        }
        catch (SqliteException thrown)
        {
            throw LedgerProblems.Of(Path, thrown);
        }
    }

    /// <inheritdoc/>
    public RecordedClaim? Former(string id) =>
        Found($"SELECT {ClaimColumns} FROM claims k WHERE k.claim = $0 AND k.run <> {CurrentRun} AND EXISTS (SELECT 1 FROM readings r WHERE r.report = k.report AND r.run = {CurrentRun}) ORDER BY k.run DESC LIMIT 1", id).FirstOrDefault();
}
