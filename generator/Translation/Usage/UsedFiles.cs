using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Usage;

/// <summary>
/// Removes the files that a program does not use. An operation stays if the program mentions its group's class. It also stays if
/// the program mentions one of its methods and the client's property for the group. There is no other way to reach it. A type stays
/// when it is named, or when the text of a file that stays mentions it. All of it is translated before, so nothing is called
/// otherwise than in the whole client.
/// </summary>
internal sealed class UsedFiles
{
    private const string Reference = "cref=\"";

    private readonly EquatableArray<FileModel> _all;
    private readonly HashSet<string> _named;
    private readonly Func<FileModel, string> _print;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Queue<int> _waiting = [];
    private readonly FileModel?[] _files;
    private readonly bool[] _isKept;
    private readonly WordFinder _mentions;

    private UsedFiles(
        EquatableArray<FileModel> files, IEnumerable<string> named, Func<FileModel, string> print, CancellationToken cancellationToken)
    {
        _all = files;
        _named = [.. named];
        _print = print;
        _cancellationToken = cancellationToken;
        _files = [.. files];
        _isKept = new bool[_files.Length];
        for (int i = 0; i < _files.Length; i++)
        {
            _indexes[files[i].Name] = i;
        }

        _mentions = new WordFinder(_indexes.Keys);
    }

    /// <summary>The files to emit.</summary>
    /// <param name="files">All files of a document.</param>
    /// <param name="named">The names of <see cref="EmittedNames.Of"/> that occur in the program.</param>
    /// <param name="print">Text of a file.</param>
    /// <param name="cancellationToken">The compiler's wish to stop.</param>
    /// <exception cref="OperationCanceledException">The compiler wants to stop.</exception>
    public static UsedOutput Of(
        EquatableArray<FileModel> files, IEnumerable<string> named, Func<FileModel, string> print, CancellationToken cancellationToken) =>
        new UsedFiles(files, named, print, cancellationToken).Select();

    private UsedOutput Select()
    {
        int all = 0;
        int kept = 0;
        HashSet<string> groups = new(StringComparer.Ordinal);
        HashSet<string> tables = new(StringComparer.Ordinal);
        for (int i = 0; i < _files.Length; i++)
        {
            if (_files[i] is GroupModel group)
            {
                all += Count(group);
                GroupModel? used = Use(group);
                _files[i] = used;
                if (used is not null)
                {
                    kept += Count(used);
                    groups.Add(used.Name);
                    Note(used, tables);
                    Keep(i);
                }
            }
        }

        for (int i = 0; i < _files.Length; i++)
        {
            if (_files[i] is ClientFileModel client)
            {
                _files[i] = Use(client, groups, tables);
                Keep(i);
            }
            else if (_files[i] is OpenApiFileModel description)
            {
                // It names every type, and keeps none.
                _isKept[i] = _named.Contains(description.MethodName) || _named.Contains(description.Name);
            }
            else if (_files[i] is { } file and not GroupModel && _named.Contains(file.Name))
            {
                Keep(i);
            }
        }

        Follow();
        List<FileModel> files = [];
        for (int i = 0; i < _files.Length; i++)
        {
            if (_isKept[i])
            {
                files.Add(_files[i] is OpenApiFileModel description ? Use(description) : _files[i]!);
            }
        }

        EquatableArray<FileModel> usedFiles = files.ToEquatableArray();
        return new UsedOutput(usedFiles, all, all - kept) { Unused = UnusedNames.Of(_all, usedFiles) };
    }

    // The forms of one operation are one.
    private static int Count(GroupModel group) =>
        group.Operations.Select(static operation => operation.FormOf ?? operation.Name).Distinct(StringComparer.Ordinal).Count();

    private GroupModel? Use(GroupModel group)
    {
        if (_named.Contains(group.Name))
        {
            return group;
        }

        if (!_named.Contains(group.PropertyName))
        {
            return null;
        }

        List<OperationModel> used = [];
        foreach (OperationModel operation in group.Operations)
        {
            foreach (string method in EmittedNames.MethodsOf(operation))
            {
                if (_named.Contains(method))
                {
                    used.Add(operation);
                    break;
                }
            }
        }

        return used.Count == group.Operations.Count ? group : group with { Operations = used.ToEquatableArray() };
    }

    private static ClientFileModel Use(ClientFileModel client, HashSet<string> groups, HashSet<string> tables)
    {
        List<GroupReference> usedGroups = [];
        foreach (GroupReference group in client.Groups)
        {
            if (groups.Contains(group.Name))
            {
                usedGroups.Add(group);
            }
        }

        List<ErrorTableModel> usedTables = [];
        foreach (ErrorTableModel table in client.ErrorTables)
        {
            if (tables.Contains(table.Name))
            {
                usedTables.Add(table);
            }
        }

        return client with { Groups = usedGroups.ToEquatableArray(), ErrorTables = usedTables.ToEquatableArray() };
    }

    private OpenApiFileModel Use(OpenApiFileModel description)
    {
        List<WireSchemaModel> used = [];
        foreach (WireSchemaModel schema in description.Schemas)
        {
            if (_isKept[_indexes[schema.Type]])
            {
                used.Add(schema);
            }
        }

        return description with { Schemas = used.ToEquatableArray() };
    }

    private static void Note(GroupModel group, HashSet<string> tables)
    {
        foreach (OperationModel operation in group.Operations)
        {
            if (operation.Errors is { } table)
            {
                tables.Add(table);
            }
        }
    }

    private void Keep(int index)
    {
        if (!_isKept[index])
        {
            _isKept[index] = true;
            _waiting.Enqueue(index);
        }
    }

    private void Follow()
    {
        while (_waiting.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _mentions.Clear();
            ReadText(_print(_files[_waiting.Dequeue()]!));
            foreach (string name in _mentions.Found)
            {
                if (_files[_indexes[name]] is not null and not GroupModel)
                {
                    Keep(_indexes[name]);
                }
            }
        }
    }

    // The document's own words do not count. References in documentation do, because their targets must exist.
    private void ReadText(string text)
    {
        for (int from = 0, to; from < text.Length; from = to + 1)
        {
            to = text.IndexOf('\n', from);
            to = to < 0 ? text.Length : to;
            int start = from;
            while (start < to && text[start] == ' ')
            {
                start++;
            }

            if (string.CompareOrdinal(text, start, "///", 0, 3) != 0)
            {
                _mentions.Read(text, start, to);
            }
            else if (text.IndexOf(Reference, start, to - start, StringComparison.Ordinal) is >= 0 and int reference)
            {
                _mentions.Read(text, reference, to);
            }

            _mentions.End();
        }
    }
}

/// <summary>The emitted files of a document with <c>ClerkGenEmit=Used</c>.</summary>
/// <param name="Files">The files.</param>
/// <param name="Operations">How many operations the document has, after its filters.</param>
/// <param name="LeftOut">How many of them are left out.</param>
internal sealed record UsedOutput(EquatableArray<FileModel> Files, int Operations, int LeftOut)
{
    /// <summary>Names of all that is left out, by <see cref="UnusedNames"/>; empty if everything is emitted.</summary>
    public EquatableArray<string> Unused { get; init; } = EquatableArray<string>.Empty;
}
