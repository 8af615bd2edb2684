using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>
/// Prints the additions to a property that the user declares: the other part of a partial one, its field, and the codec of its type.
/// </summary>
internal static class DeclaredPropertyEmitter
{
    /// <param name="writer">Inside the class.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="doc">Its documentation.</param>
    /// <param name="declared">How the user declares it.</param>
    /// <param name="onSet">The statement that follows when it is set, or nothing.</param>
    public static void Emit(SourceWriter writer, string name, DocModel doc, DeclaredPropertyModel declared, CSharpText onSet)
    {
        if (declared.Partial is { } partial)
        {
            WriteImplementation(writer, name, doc, declared, partial, onSet);
        }
    }

    /// <summary>Prints the field of a partial property.</summary>
    /// <param name="writer">Inside the class.</param>
    /// <param name="name">Name of the property.</param>
    /// <param name="isValueType">Whether its values are of a value type.</param>
    /// <param name="declared">How the user declares it.</param>
    public static void WriteField(SourceWriter writer, string name, bool isValueType, DeclaredPropertyModel declared)
    {
        if (declared.Partial is not null)
        {
            CSharpText initial = declared.IsNullable || isValueType ? CSharpText.None : CSharpText.Of($" = null!");
            writer.StartField();
            writer.WriteLine($"private {CSharpText.DeclaredType(declared.TypeText)} {CSharpText.Field(name)}{initial};");
        }
    }

    /// <summary>Prints the codec of a type of the user.</summary>
    public static void WriteCodec(SourceWriter writer, UserCodecModel codec)
    {
        CSharpText name = CSharpText.Identifier(codec.Name);
        CSharpText type = CSharpText.Type(codec.Type);
        CSharpText access = codec.IsShared ? CSharpText.Of($"internal") : CSharpText.Of($"private");
        writer.StartMember();
        if (codec.Kind == UserCodecKind.Enum)
        {
            EnumCodecEmitter.Emit(writer, access, name, type, codec.Names);
            return;
        }

        CSharpText source = codec.Kind == UserCodecKind.Context
            ? CSharpText.Of($"{CSharpText.Type(codec.Source)}.Default")
            : CSharpText.Of($"new {CSharpText.Type(codec.Source)}()");
        CSharpText serializer = RuntimeNames.JsonSerializerValue;
        writer.WriteLine($$"""
            {{access}} readonly struct {{name}} : {{RuntimeNames.IApiJson}}<{{type}}>
            {
                private static readonly {{FrameworkNames.JsonTypeInfo}}<{{type}}> Info = {{serializer}}.Info<{{type}}>({{source}});

                public static {{type}} ReadJson(ref {{RuntimeNames.ApiJsonReader}} reader) => {{serializer}}.Read(ref reader, Info);

                public static void WriteJson({{FrameworkNames.Utf8JsonWriter}} writer, {{type}} value) =>
                    {{serializer}}.Write(writer, value, Info);
            }
            """);
    }

    // The modifiers and types of both parts have to agree.
    private static void WriteImplementation(
        SourceWriter writer,
        string name,
        DocModel doc,
        DeclaredPropertyModel declared,
        PartialPropertyModel partial,
        CSharpText onSet)
    {
        CSharpText field = CSharpText.Field(name);
        writer.StartMember();
        if (!partial.HasDocs)
        {
            MemberText.WriteDoc(writer, doc);
        }

        writer.WriteLine($"""
            {CSharpText.Modifiers(partial.Modifiers)}partial {CSharpText.DeclaredType(declared.TypeText)} {CSharpText.Identifier(name)}
            """);
        writer.Open();
        writer.WriteLine($"{CSharpText.Modifiers(partial.GetModifier)}get => {field};");
        if (partial.Set.Length > 0 && onSet.IsEmpty)
        {
            writer.WriteLine($"{CSharpText.Modifiers(partial.Set)}=> {field} = value;");
        }
        else if (partial.Set.Length > 0)
        {
            writer.WriteLine($"{CSharpText.Keywords(partial.Set)}");
            writer.Open();
            writer.WriteLine($"""
                {field} = value;
                {onSet}
                """);
            writer.Close();
        }

        writer.Close();
    }
}
