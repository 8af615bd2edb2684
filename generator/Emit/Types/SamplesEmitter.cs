using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>Prints the class with samples: each is a literal that the type's own reader reads.</summary>
internal static class SamplesEmitter
{
    private static readonly DocModel NoDoc = new("", null);

    public static void Emit(SourceWriter writer, SamplesModel model)
    {
        new TypeHeader(model, CSharpText.Of($"static partial class {CSharpText.Identifier(model.Name)}"))
        {
            Summary = CSharpText.Of($"Creates values for tests. Each call creates a new one, and the same each time."),
        }.Open(writer);
        writer.StartMember();
        writer.WriteLine($$"""
            /// <summary>Gets the document, by which a <see cref="{{RuntimeNames.StubTransport}}"/> checks requests and responses.</summary>
            public static {{RuntimeNames.ApiDocument}} {{CSharpText.Identifier(model.DocumentName)}} { get; } = new(
                {{CSharpText.Utf8Literal(model.Document)}},
                {{CSharpText.Utf8Literal(model.Places)}});
            """);
        foreach (SampleModel sample in model.Samples)
        {
            Emit(writer, sample);
        }

        writer.Close();
    }

    private static void Emit(SourceWriter writer, SampleModel sample)
    {
        CSharpText name = CSharpText.Identifier(sample.Name);
        CSharpText type = TypeText.Of(sample.Type);
        CSharpText json = CSharpText.Utf8Literal(sample.Json);
        writer.StartMember();
        writer.WriteLine($"/// <summary>Creates a <see cref=\"{TypeText.Cref(sample.Type)}\"/>.</summary>");
        if (sample.HasMembers)
        {
            writer.WriteLine($"/// <param name=\"change\">Changes the value before it is returned.</param>");
        }

        MemberText.WriteObsolete(writer, sample.IsDeprecated, NoDoc);
        if (sample.HasMembers)
        {
            writer.WriteLine($"""
                public static {type} {name}({FrameworkNames.Action}<{type}>? change = null) =>
                    {RuntimeNames.JsonSample}.Read({json}, change);
                """);
        }
        else
        {
            writer.WriteLine($"""
                public static {type} {name}() =>
                    {RuntimeNames.JsonSample}.Read<{type}>({json});
                """);
        }
    }
}
