using System.Collections.Immutable;
using Salient.Coding.Sites;

namespace Salient.Training.Coding.Sites;

/// <summary>A claim whose places a coder has named, and the sites that it could have.</summary>
/// <param name="Report">Number of its report.</param>
/// <param name="Sites">The sites.</param>
/// <param name="Features">The features of each.</param>
/// <param name="Right">True for each that the coder named.</param>
/// <param name="Gold">What the coder named.</param>
/// <param name="Coded">True where the report was coded by hand, false where it was written for training.</param>
/// <param name="Shown">The claim in its sentence, for showing what was missed.</param>
internal sealed record SiteExample(int Report, ImmutableArray<Site> Sites, List<string>[] Features, bool[] Right, ImmutableArray<string> Gold, bool Coded, string Shown);
