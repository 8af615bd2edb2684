using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>Prints the codec of an enum that the user declares.</summary>
internal static class EnumCodecEmitter
{
    /// <summary>Prints the codec of an enum that takes the place of an emitted type.</summary>
    public static void Emit(SourceWriter writer, EnumModel model, OwnEnumModel codec)
    {
        CSharpText type = CSharpText.Identifier(model.Name);
        new TypeHeader(model, Declaration(CSharpText.Identifier(codec.Name), type))
        {
            Accessibility = EmittedAccessibility.Internal,
            IsCompanion = true,
        }.Open(writer);
        WriteMembers(writer, type, codec.Names);
        writer.Close();
    }

    /// <summary>Prints a codec inside a type.</summary>
    /// <param name="writer">The places of a type.</param>
    /// <param name="access">Its accessibility.</param>
    /// <param name="name">Its name.</param>
    /// <param name="type">The enum.</param>
    /// <param name="values">Values of the enum, and their names in JSON.</param>
    public static void Emit(SourceWriter writer, CSharpText access, CSharpText name, CSharpText type, EquatableArray<UserNameModel> values)
    {
        writer.WriteLine($"{access} {Declaration(name, type)}");
        writer.Open();
        WriteMembers(writer, type, values);
        writer.Close();
    }

    private static CSharpText Declaration(CSharpText name, CSharpText type) =>
        CSharpText.Of($"readonly struct {name} : {RuntimeNames.IApiScalar}<{type}>");

    private static void WriteMembers(SourceWriter writer, CSharpText type, EquatableArray<UserNameModel> values) =>
        writer.WriteLine($$"""
            private static readonly {{RuntimeNames.JsonEnumNames}}<{{type}}> Names = new({{Names(values, type)}});

            public static {{type}} ReadJson(ref {{RuntimeNames.ApiJsonReader}} reader) => Names.Read(ref reader);

            public static void WriteJson({{FrameworkNames.Utf8JsonWriter}} writer, {{type}} value) => Names.Write(writer, value);

            public static string Format({{type}} value) => Names.Format(value);
            """);

    private static CSharpText Names(EquatableArray<UserNameModel> values, CSharpText type) => CSharpText.List(values.Select(value =>
        CSharpText.Of($"({type}.{CSharpText.Identifier(value.Name)}, {CSharpText.Literal(value.WireName)})")));
}
