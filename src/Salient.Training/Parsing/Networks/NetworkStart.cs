using Salient.Parsing.Networks;

namespace Salient.Training.Parsing.Networks;

/// <summary>The weights that training begins with.</summary>
internal static class NetworkStart
{
    public static float[] Weights(NetworkShape shape, Random random)
    {
        var w = new float[shape.Size];
        void Fill(int at, int count, float size)
        {
            for (var i = at; i < at + count; i++)
            {
                w[i] = ((2 * random.NextSingle()) - 1) * size;
            }
        }

        Fill(0, shape.Dense, MathF.Sqrt(3f / 8));
        var d = shape.Width;
        for (var l = 0; l < shape.Layers; l++)
        {
            Fill(shape.Layer(l), 3 * d * d, MathF.Sqrt(3f / d));
        }

        Fill(shape.HeadWeights, d * shape.HeadWidth, MathF.Sqrt(3f / d));
        Fill(shape.ArcWeights, shape.ArcWidth * shape.ArcWidth, MathF.Sqrt(3f / shape.ArcWidth) / MathF.Sqrt(shape.ArcWidth));
        Fill(shape.RootHead, shape.ArcWidth, 0.5f);
        Fill(shape.LabelWeights, shape.LabelWidth * shape.RelationRow, MathF.Sqrt(3f / shape.LabelWidth));
        return w;
    }
}
