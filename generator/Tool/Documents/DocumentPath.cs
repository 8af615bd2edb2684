using System.Diagnostics;

namespace ClerkGen.Tool.Documents;

/// <summary>Where a document is: a file, or a file of a git revision (<c>v1.2:specs/api.yaml</c>).</summary>
internal static class DocumentPath
{
    // Longer than any document the generator reads (64 million characters).
    private const int MaximumBytes = 256 << 20;

    /// <summary>Reads a document's text.</summary>
    /// <param name="path">A file's path, or <c>revision:path</c> where no file has that name.</param>
    /// <exception cref="ToolException">There is no such file or revision.</exception>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            return new FileInfo(path).Length > MaximumBytes
                ? throw new ToolException($"'{path}' is larger than {MaximumBytes >> 20} MiB.")
                : await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        }

        int colon = path.IndexOf(':', StringComparison.Ordinal);
        if (Directory.Exists(path))
        {
            throw new ToolException($"'{path}' is a folder. Name a document.");
        }

        return colon > 1 && colon < path.Length - 1
            ? await ReadRevisionAsync(path[..colon], path[(colon + 1)..], cancellationToken).ConfigureAwait(false)
            : throw new ToolException($"There is no file '{path}'.");
    }

    private static async Task<string> ReadRevisionAsync(string revision, string path, CancellationToken cancellationToken)
    {
        // git knows paths of its work tree only, so it is started where the file would be.
        string? folder = Path.IsPathRooted(path) ? Path.GetDirectoryName(path) : null;
        ProcessStartInfo start = new("git")
        {
            WorkingDirectory = Directory.Exists(folder) ? folder : "",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            ArgumentList = { "show", "--no-textconv", "--end-of-options", $"{revision}:{Relative(Directory.Exists(folder) ? Path.GetFileName(path) : path)}" },
        };
        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new ToolException($"'{revision}:{path}' names a git revision, but git cannot be started.");
        }

        using (process)
        {
            Task<string> errors = process!.StandardError.ReadToEndAsync(cancellationToken);
            string text = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return process.ExitCode == 0
                ? text
                : throw new ToolException($"There is no file '{path}' in revision '{revision}': {(await errors.ConfigureAwait(false)).Trim()}");
        }
    }

    // git takes paths from the repository's root unless they begin with a dot.
    private static string Relative(string path) => path.StartsWith("./", StringComparison.Ordinal) || path.StartsWith('/') ? path : "./" + path;
}
