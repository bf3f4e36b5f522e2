namespace Salient.Training.Parsing.Networks;

/// <summary>How the network is trained.</summary>
/// <param name="Epochs">How often the data is gone through.</param>
/// <param name="Batch">Words between two steps.</param>
/// <param name="Rate">The greatest rate of learning.</param>
/// <param name="WordDropout">For each word, how often it is taken for unknown; the unknown word first.</param>
/// <param name="RowDropout">How often a row of a word, an affix or a tag is left out.</param>
/// <param name="TagDropout">How often a tag is left out besides.</param>
/// <param name="Dropout">How many columns are left out between layers.</param>
internal sealed record TrainingPlan(int Epochs, int Batch, float Rate, float[] WordDropout, float RowDropout, float TagDropout, float Dropout);
