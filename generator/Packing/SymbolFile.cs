namespace ClerkGen.Packing;

/// <summary>
/// A file of symbols. The assembly keeps the name of this stream, which therefore says nothing of the machine: packing in another folder gives
/// the same bytes.
/// </summary>
internal sealed class SymbolFile(string path) : FileStream(path, FileMode.Create, FileAccess.ReadWrite)
{
    /// <inheritdoc/>
    public override string Name => "/_/" + Path.GetFileName(base.Name);
}
