namespace ClerkGen.Tool.Wire;

/// <summary>The values that a schema allows, with its <c>allOf</c> merged and null removed from types and alternatives.</summary>
/// <param name="Pointer">Where it is, references followed.</param>
internal sealed record WireSchema(string Pointer)
{
    /// <summary>JSON types but null; empty for any.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    public bool IsNullable { get; init; }

    public string? Format { get; init; }

    /// <summary>Values as JSON text, or empty for any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Constraints by keyword, as JSON text: <c>maximum</c>, <c>maxLength</c>, <c>pattern</c> …</summary>
    public IReadOnlyDictionary<string, string> Limits { get; init; } = new Dictionary<string, string>();

    /// <summary>The default as JSON text, or null.</summary>
    public string? Default { get; init; }

    public IReadOnlyList<WireProperty> Properties { get; init; } = [];

    /// <summary>
    /// Pointer of the schema of additional members, <c>""</c> for any, or null if the document declares none or forbids them.
    /// </summary>
    public string? Additional { get; init; }

    /// <summary>Pointer of the items' schema, or null.</summary>
    public string? Items { get; init; }

    /// <summary>Alternatives of <c>oneOf</c> and <c>anyOf</c>.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>The discriminator's property and mapping, or null.</summary>
    public WireDiscriminator? Discriminator { get; init; }

    public string? Description { get; init; }

    /// <summary>An example as JSON text, or null.</summary>
    public string? Example { get; init; }

    public bool IsDeprecated { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsWriteOnly { get; init; }

    /// <summary>Names that the document chooses for C#: <c>x-clerkgen-name</c>, <c>x-enum-varnames</c> and their like, as JSON text.</summary>
    public string ChosenNames { get; init; } = "";

    /// <summary>The component's key, or null for a schema in line.</summary>
    public string? Component => Pointer.StartsWith("/components/schemas/", StringComparison.Ordinal) && Pointer.LastIndexOf('/') == 19
        ? Json.Steps(Pointer).Last()
        : null;

    public bool IsObject => Types is ["object"] || (Types.Count == 0 && Properties.Count > 0);

    public bool IsList => Types is ["array"];

    public bool IsUnion => Variants.Count > 1;

    public bool IsEnum => Values.Count > 1;

    /// <summary>A property by its name on the wire, or null.</summary>
    public WireProperty? Find(string name) => Properties.FirstOrDefault(property => property.Name == name);
}

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Pointer">Pointer of its schema.</param>
/// <param name="IsRequired">Whether it is always there.</param>
internal sealed record WireProperty(string Name, string Pointer, bool IsRequired);

/// <summary>How a property chooses among alternatives.</summary>
/// <param name="Property">The property's name on the wire.</param>
/// <param name="Mapping">Values and references, in ordinal order, as one text.</param>
internal sealed record WireDiscriminator(string Property, string Mapping);
