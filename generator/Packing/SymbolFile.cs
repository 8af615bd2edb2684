namespace ClerkGen.Packing;

/// <summary>
/// A file of symbols. The assembly keeps the name of this stream, so it must not depend on the machine. Packing in
/// another folder gives the same bytes.
/// </summary>
internal sealed class SymbolFile(string path) : FileStream(path, FileMode.Create, FileAccess.ReadWrite)
{
    /// <inheritdoc/>
    public override string Name => "/_/" + Path.GetFileName(base.Name);
}
