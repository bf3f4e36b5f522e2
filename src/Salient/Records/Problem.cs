namespace Salient.Records;

/// <summary>Something that went wrong with an input: what, where, and what to do. The rest goes on.</summary>
/// <param name="Code">Stable code, `SAL` and four digits (docs/errors.md lists them).</param>
/// <param name="Where">Path, address, line: as exactly as known.</param>
/// <param name="What">What is wrong, one sentence.</param>
/// <param name="Remedy">What to do, one sentence.</param>
public sealed record Problem(string Code, string Where, string What, string Remedy)
{
    /// <summary>One line for a terminal.</summary>
    public override string ToString() => $"{Code} {Where}: {What}{(What.Length > 0 && What[^1] is '.' or '!' or '?' or ':' ? "" : ".")} {Remedy}";
}

/// <summary>Thrown by loaders and hosts where nothing can go on; carries its <see cref="Problem"/>.</summary>
public class ProblemException : Exception
{
    /// <summary>Wraps <paramref name="problem"/>.</summary>
    public ProblemException(Problem problem)
        : base(problem?.ToString()) => Problem = problem!;

    /// <summary>As <see cref="ProblemException(Problem)"/>, with its cause.</summary>
    public ProblemException(Problem problem, Exception inner)
        : base(problem?.ToString(), inner) => Problem = problem!;

    /// <summary>What went wrong.</summary>
    public Problem Problem { get; }
}
