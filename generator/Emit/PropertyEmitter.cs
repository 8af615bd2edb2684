using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit;

/// <summary>Prints a property of a class.</summary>
internal static class PropertyEmitter
{
    private static readonly CSharpText Required = CSharpText.Template(" required");

    // Multipart and form bodies are taken apart by another class, which may not use deprecated properties either.
    private static readonly CSharpText Private = CSharpText.Template("private");
    private static readonly CSharpText Internal = CSharpText.Template("internal");

    private static readonly CSharpText HideFromDebugger =
        CSharpText.Template("[") + CSharpText.Type("global::System.Diagnostics.DebuggerBrowsable") + CSharpText.Template("(")
        + CSharpText.Type("global::System.Diagnostics.DebuggerBrowsableState.Never") + CSharpText.Template(")]");

    /// <param name="writer">Inside the class.</param>
    /// <param name="property">The property.</param>
    /// <param name="index">Its index in the class.</param>
    public static void Emit(SourceWriter writer, PropertyModel property, int index)
    {
        if (PropertyShape.HasField(property))
        {
            WriteField(writer, property);
        }

        MemberText.WriteDoc(writer, property.Doc);
        MemberText.WriteObsolete(writer, property.IsDeprecated, property.Doc);
        if (property.IsSecret)
        {
            writer.WriteLine($"{HideFromDebugger}");
        }

        CSharpText modifiers = MemberText.Access(property.Accessibility) + (property.HasRequiredKeyword ? Required : CSharpText.None);
        CSharpText type = MemberText.TypeName(property.Type, PropertyShape.IsNullable(property));
        writer.WriteLine($$"""
            {{modifiers}} {{type}} {{CSharpText.Identifier(property.Name)}} { {{Accessors(property, index)}} }
            """);
    }

    private static void WriteField(SourceWriter writer, PropertyModel property)
    {
        CSharpText access = property.IsDeprecated ? Internal : Private;
        CSharpText type = property.Type.Kind == TypeKind.Any
            ? CSharpText.Template("object?")
            : MemberText.TypeName(property.Type, PropertyShape.IsNullable(property));
        if (property.IsSecret)
        {
            writer.WriteLine($"{HideFromDebugger}");
        }

        writer.WriteLine($"{access} {type} {CSharpText.Field(property.Name)};");
    }

    private static CSharpText Accessors(PropertyModel property, int index)
    {
        if (!PropertyShape.HasField(property))
        {
            return CSharpText.Template("get; set;");
        }

        CSharpText field = CSharpText.Field(property.Name);
        CSharpText get = field;
        CSharpText set = field + CSharpText.Template(" = value");
        if (property.Type.Kind == TypeKind.Any)
        {
            bool isNullable = PropertyShape.IsNullable(property);
            CSharpText getter = isNullable ? CSharpText.Template(".Get(ref ") : CSharpText.Template(".GetRequired(ref ");
            get = RuntimeNames.LazyElement + getter + field + CSharpText.Template(")");
            set = field + CSharpText.Template(" = ") + RuntimeNames.LazyElement + CSharpText.Template(".Set(value)");
        }

        get = CSharpText.Template("get => ") + get + CSharpText.Template("; ");
        return property.Presence == PropertyPresence.Tracked
            ? get + CSharpText.Template("set { ") + set + CSharpText.Template("; ") + PropertyShape.MarkSet(index) + CSharpText.Template("}")
            : get + CSharpText.Template("set => ") + set + CSharpText.Template(";");
    }
}
