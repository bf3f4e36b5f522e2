using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Salient.Recording;

/// <summary>A command that is lent for one run, with its values set: the same SQL is read by SQLite once a connection, not once a run.</summary>
internal readonly struct LentCommand : IDisposable
{
    private const int Most = 200;
    private static readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, Stack<SqliteCommand>>> Kept = [];
    private readonly Stack<SqliteCommand>? home;

    private LentCommand(SqliteCommand command, Stack<SqliteCommand>? home) => (Command, this.home) = (command, home);

    /// <summary>The command.</summary>
    public SqliteCommand Command { get; }

    /// <summary>Lends the command of <paramref name="sql"/>. SQL without values is seldom run twice: it is not kept.</summary>
    public static LentCommand Of(SqliteConnection connection, string sql, object?[] values)
    {
        var kept = Kept.GetOrCreateValue(connection);
        if (values.Length == 0 || (!kept.TryGetValue(sql, out var home) && kept.Count >= Most))
        {
            return new LentCommand(connection.Make(sql, values), null);
        }

        home ??= kept[sql] = new();
        if (!home.TryPop(out var command))
        {
            return new LentCommand(connection.Make(sql, values), home);
        }

        using (var now = connection.CreateCommand())
        {
            command.Transaction = now.Transaction;
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return new LentCommand(command, home);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (home is null)
        {
            Command.Dispose();
        }
        else
        {
            home.Push(Command);
        }
    }
}
