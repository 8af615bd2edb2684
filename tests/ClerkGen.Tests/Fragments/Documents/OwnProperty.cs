namespace Shop;

public sealed partial class Root
{
    /// <summary>In grams.</summary>
    public int Weight { get; set; }
}
