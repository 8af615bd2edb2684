using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Emit.Types;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>Prints the parameters object of an operation.</summary>
internal static class ParametersEmitter
{
    public static void Emit(SourceWriter writer, ParametersModel model)
    {
        new TypeHeader(model, CSharpText.Of($"sealed partial class {CSharpText.Identifier(model.Name)}")) { Doc = model.Doc }.Open(writer);
        foreach (ParameterModel parameter in model.Parameters)
        {
            if (parameter.Declared is { } declared)
            {
                DeclaredPropertyEmitter.WriteField(writer, parameter.Name, parameter.Type.IsValueType, declared);
            }
            else if (parameter.IsDeprecated)
            {
                writer.StartField();
                writer.WriteLine($"internal {MemberText.TypeName(parameter.Type, !IsRequired(parameter))} {CSharpText.Field(parameter.Name)};");
            }
        }

        foreach (ParameterModel parameter in model.Parameters)
        {
            if (parameter.Declared is { } declared)
            {
                DeclaredPropertyEmitter.Emit(writer, parameter.Name, parameter.Doc, declared, CSharpText.None);
            }
            else
            {
                WriteParameter(writer, parameter);
            }
        }

        foreach (ParameterModel parameter in model.Parameters)
        {
            if (parameter.Declared is { Codec: { } codec })
            {
                DeclaredPropertyEmitter.WriteCodec(writer, codec);
            }
        }

        writer.Close();
    }

    /// <summary>The member that requests read: a property, or its field where the property would cause a warning.</summary>
    public static CSharpText Target(ParameterModel parameter) =>
        parameter.IsDeprecated ? CSharpText.Field(parameter.Name) : CSharpText.Identifier(parameter.Name);

    // A deprecated member cannot be one that must be set.
    private static bool IsRequired(ParameterModel parameter) =>
        parameter.IsRequired && !parameter.IsDeprecated && parameter.Accessibility == EmittedAccessibility.Public;

    private static void WriteParameter(SourceWriter writer, ParameterModel parameter)
    {
        bool isRequired = IsRequired(parameter);
        CSharpText type = MemberText.TypeName(parameter.Type, !isRequired);
        CSharpText required = isRequired ? CSharpText.Of($"required ") : CSharpText.None;
        CSharpText name = CSharpText.Identifier(parameter.Name);
        writer.StartMember();
        MemberText.WriteDoc(writer, parameter.Doc);
        MemberText.WriteObsolete(writer, parameter.IsDeprecated, parameter.Doc);
        if (!parameter.IsDeprecated)
        {
            writer.WriteLine($$"""{{MemberText.Access(parameter.Accessibility)}} {{required}}{{type}} {{name}} { get; set; }""");
            return;
        }

        CSharpText field = CSharpText.Field(parameter.Name);
        writer.WriteLine($"{MemberText.Access(parameter.Accessibility)} {type} {name}");
        writer.Open();
        writer.WriteLine($"""
            get => {field};
            set => {field} = value;
            """);
        writer.Close();
    }
}
