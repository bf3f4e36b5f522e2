using Salient.Publishing.Exports;
using Salient.Reconciling;
using Salient.Records;
using Salient.Reviewing;

namespace Salient.Web.Review;

/// <summary>What the host lends the pages for exports and reviews: the data that ships, the ledger's file, and the clock.</summary>
/// <param name="Exports">Makes what exports read, of a ledger and its picture.</param>
/// <param name="Say">Opens the ledger for writing, checks what is made with it, and appends it; gives the entry.</param>
public sealed record Desk(Func<ILedgerReader, Picture, ExportSource> Exports, Func<Func<Reviewer, ReviewDraft>, ReviewEntry> Say);
