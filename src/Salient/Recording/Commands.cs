using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Salient.Recording;

/// <summary>The few shapes of SQL call that the ledger makes.</summary>
internal static class Commands
{
    /// <summary>A command with its parameters $0, $1, … set.</summary>
    public static SqliteCommand Make(this SqliteConnection connection, string sql, params object?[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue("$" + i.ToString(CultureInfo.InvariantCulture), values[i] ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>Such a command, lent for one run.</summary>
    public static LentCommand Lend(this SqliteConnection connection, string sql, params object?[] values) => LentCommand.Of(connection, sql, values);

    /// <summary>Runs it.</summary>
    public static int Run(this SqliteConnection connection, string sql, params object?[] values)
    {
        using var lent = connection.Lend(sql, values);
        return lent.Command.ExecuteNonQuery();
    }

    /// <summary>Its first value; null where there is none.</summary>
    public static object? Value(this SqliteConnection connection, string sql, params object?[] values)
    {
        using var lent = connection.Lend(sql, values);
        return lent.Command.ExecuteScalar() is { } v and not DBNull ? v : null;
    }

    /// <summary>Its rows, each as <paramref name="read"/> makes it; lazily.</summary>
    public static IEnumerable<T> Rows<T>(this SqliteConnection connection, Func<SqliteDataReader, T> read, string sql, params object?[] values)
    {
        using var lent = connection.Lend(sql, values);
        using var reader = lent.Command.ExecuteReader();
        while (reader.Read())
        {
            yield return read(reader);
        }
    }

    /// <summary>Runs a prepared command again with other values.</summary>
    public static void Again(this SqliteCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    /// <summary>A text column, or null.</summary>
    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A day column, or null.</summary>
    public static DateOnly? Day(this SqliteDataReader row, int column) => Day(row.Text(column));

    /// <summary>A day as it is kept.</summary>
    public static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day to keep.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
