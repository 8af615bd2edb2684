using System.Collections;
using ClerkGen.Generator.Model;
using ClerkGen.Generator.Reading.Nodes;

namespace ClerkGen.Generator.Pipeline.Inputs;

/// <summary>The files that a document may refer to. Remembers whether it did: to most documents the others do not matter.</summary>
internal sealed class OtherFiles : IReadOnlyList<SourceDocument>
{
    private readonly List<SourceDocument> _files = [];

    public OtherFiles(InputFile document, EquatableArray<InputFile> all)
    {
        foreach (InputFile file in all)
        {
            if (file.Text is not null && file.Path != document.Path)
            {
                _files.Add(file.ToSource());
            }
        }
    }

    /// <summary>Whether the files were read.</summary>
    public bool WereRead { get; private set; }

    public int Count => Looked()._files.Count;

    public SourceDocument this[int index] => Looked()._files[index];

    public IEnumerator<SourceDocument> GetEnumerator() => Looked()._files.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private OtherFiles Looked()
    {
        WereRead = true;
        return this;
    }
}
