namespace Salient.Tests.House;

/// <summary>Finds the checkout that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Salient.slnx.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Salient.slnx")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The tests want to lie in the checkout that they were built from.");
    }
}
