using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>Prints a property of a class.</summary>
internal static class PropertyEmitter
{
    private static readonly CSharpText Required = CSharpText.Of($" required");

    // Multipart and form bodies are taken apart by another class, which may not use deprecated properties either.
    private static readonly CSharpText Private = CSharpText.Of($"private");
    private static readonly CSharpText Internal = CSharpText.Of($"internal");

    private static readonly CSharpText HideFromDebugger = FrameworkNames.Attribute(
        "System.Diagnostics", "DebuggerBrowsable", CSharpText.Of($"({CSharpText.Type("System.Diagnostics", "DebuggerBrowsableState")}.Never)"));

    /// <param name="writer">Inside the class.</param>
    /// <param name="property">The property.</param>
    /// <param name="index">Its index in the class.</param>
    public static void Emit(SourceWriter writer, PropertyModel property, int index)
    {
        writer.StartMember();
        MemberText.WriteDoc(writer, property.Doc);
        MemberText.WriteObsolete(writer, property.IsDeprecated, property.Doc);
        if (property.IsSecret)
        {
            writer.WriteLine($"{HideFromDebugger}");
        }

        CSharpText modifiers = MemberText.Access(property.Accessibility) + (property.HasRequiredKeyword ? Required : CSharpText.None);
        CSharpText type = MemberText.TypeName(property.Type, PropertyShape.IsNullable(property));
        CSharpText name = CSharpText.Identifier(property.Name);
        if (!PropertyShape.HasField(property))
        {
            writer.WriteLine($$"""{{modifiers}} {{type}} {{name}} { get; set; }""");
            return;
        }

        writer.WriteLine($"{modifiers} {type} {name}");
        writer.Open();
        WriteAccessors(writer, property, index);
        writer.Close();
    }

    /// <summary>Writes the explicit field of a property.</summary>
    public static void WriteField(SourceWriter writer, PropertyModel property)
    {
        writer.StartField();
        CSharpText access = property.IsDeprecated ? Internal : Private;
        CSharpText type = property.Type is AnyType
            ? CSharpText.Of($"object?")
            : MemberText.TypeName(property.Type, PropertyShape.IsNullable(property));
        if (property.IsSecret)
        {
            writer.WriteLine($"{HideFromDebugger}");
        }

        writer.WriteLine($"{access} {type} {CSharpText.Field(property.Name)};");
    }

    private static void WriteAccessors(SourceWriter writer, PropertyModel property, int index)
    {
        CSharpText field = CSharpText.Field(property.Name);
        CSharpText get = field;
        CSharpText value = CSharpText.Of($"value");
        if (property.Type is AnyType)
        {
            bool isNullable = PropertyShape.IsNullable(property);
            CSharpText getter = isNullable ? CSharpText.Of($".Get(ref ") : CSharpText.Of($".GetRequired(ref ");
            get = CSharpText.Of($"{RuntimeNames.LazyElement}{getter}{field})");
            value = CSharpText.Of($"{RuntimeNames.LazyElement}.Set(value)");
        }

        writer.WriteLine($"get => {get};");
        if (property.Presence != PropertyPresence.Tracked)
        {
            writer.WriteLine($"set => {field} = {value};");
            return;
        }

        writer.WriteLine($"set");
        writer.Open();
        writer.WriteLine($"""
            {field} = {value};
            {PropertyShape.MarkSet(index)}
            """);
        writer.Close();
    }
}
