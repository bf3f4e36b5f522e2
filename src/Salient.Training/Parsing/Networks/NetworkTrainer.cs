using Salient.Parsing.Networks;
using Salient.Training.Layers;

namespace Salient.Training.Parsing.Networks;

/// <summary>Trains the network that grows trees.</summary>
internal sealed class NetworkTrainer
{
    private const int Slices = 2;
    private readonly NetworkShape shape;
    private readonly TrainingPlan plan;
    private readonly float[] weights;
    private readonly Slice[] slices;
    private readonly Adam adam;
    private readonly Random random;
    private int step;

    public NetworkTrainer(NetworkShape shape, TrainingPlan plan, int seed)
    {
        this.shape = shape;
        this.plan = plan;
        random = new Random(seed);
        weights = NetworkStart.Weights(shape, random);
        slices = [.. Enumerable.Range(0, Slices).Select(_ => new Slice(shape, weights, plan))];
        adam = new Adam(shape.Size);
    }

    /// <summary>Trains on the passages.</summary>
    /// <param name="passages">In any order.</param>
    /// <param name="seen">Called after each epoch.</param>
    public TreeNetwork Train(Passage[] passages, Action<int, TreeNetwork> seen)
    {
        passages = [.. passages.Where(p => p.Count <= TreeNetwork.MostWords)];
        for (var epoch = 0; epoch < plan.Epochs; epoch++)
        {
            Epoch(passages, epoch);
            seen(epoch + 1, new TreeNetwork(shape, weights));
        }

        return new TreeNetwork(shape, weights);
    }

    private void Epoch(Passage[] passages, int epoch)
    {
        random.Shuffle(passages);
        double loss = 0, right = 0, total = passages.Sum(p => p.Count);
        var done = 0;
        for (var at = 0; at < passages.Length;)
        {
            var parts = Enumerable.Range(0, Slices).Select(_ => new List<Passage>()).ToArray();
            var sizes = new int[Slices];
            for (; at < passages.Length && sizes.Sum() < plan.Batch; at++)
            {
                var least = Array.IndexOf(sizes, sizes.Min());
                parts[least].Add(passages[at]);
                sizes[least] += passages[at].Count;
            }

            step++;
            var words = sizes.Sum();
            Parallel.For(0, Slices, i =>
            {
                slices[i].Clear();
                slices[i].Seed((ulong)((step * Slices) + i));
                slices[i].Run(parts[i], 1f / words);
            });
            loss += slices.Sum(s => s.Loss);
            right += slices.Sum(s => s.Right);
            Update(Rate((epoch + (done / total)) / plan.Epochs));
            done += words;
        }

        Console.Error.WriteLine($"trees: epoch {epoch + 1}, loss {loss / total:F4}, heads right {right / total:F4}");
    }

    /// <summary>Rises at once, then falls along a bend to nothing.</summary>
    private float Rate(double done) => (float)(plan.Rate * Math.Min(1, done * 20) * (1 - (done * done * (3 - (2 * done)))));

    private void Update(float rate)
    {
        var sum = slices[0].Gradient;
        for (var k = 1; k < Slices; k++)
        {
            var other = slices[k].Gradient;
            for (var i = shape.Dense; i < shape.Size; i++)
            {
                sum[i] += other[i];
                other[i] = 0;
            }

            foreach (var row in slices[k].Touched)
            {
                for (var i = row * shape.Width; i < (row + 1) * shape.Width; i++)
                {
                    sum[i] += other[i];
                    other[i] = 0;
                }
            }
        }

        adam.Next();
        adam.Step(weights, sum, shape.Dense, shape.Size - shape.Dense, rate);
        foreach (var row in slices.SelectMany(s => s.Touched).Distinct())
        {
            adam.Step(weights, sum, row * shape.Width, shape.Width, rate);
        }
    }
}
