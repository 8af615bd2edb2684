using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit;

/// <summary>Prints the parameters object of an operation.</summary>
internal static class ParametersEmitter
{
    public static void Emit(SourceWriter writer, ParametersModel model)
    {
        MemberText.WriteDoc(writer, model, model.Doc);
        writer.WriteLine($"{MemberText.Access(model.Accessibility)} sealed partial class {CSharpText.Identifier(model.Name)}");
        writer.Open();
        foreach (ParameterModel parameter in model.Parameters)
        {
            if (parameter.Declared is { } declared)
            {
                DeclaredPropertyEmitter.Emit(
                    writer, parameter.Name, parameter.Doc, parameter.Type.IsValueType, declared, CSharpText.None);
            }
            else
            {
                WriteParameter(writer, parameter);
            }
        }

        writer.Close();
    }

    /// <summary>What requests read of the parameters object: a property, or its field where using the property would warn.</summary>
    public static CSharpText Target(ParameterModel parameter) =>
        parameter.IsDeprecated ? CSharpText.Field(parameter.Name) : CSharpText.Identifier(parameter.Name);

    private static void WriteParameter(SourceWriter writer, ParameterModel parameter)
    {
        // A deprecated member cannot be one that must be set.
        bool isRequired = parameter.IsRequired && !parameter.IsDeprecated && parameter.Accessibility == EmittedAccessibility.Public;
        CSharpText type = MemberText.TypeName(parameter.Type, !isRequired);
        CSharpText required = isRequired ? CSharpText.Template("required ") : CSharpText.None;
        CSharpText field = CSharpText.Field(parameter.Name);
        CSharpText accessors = CSharpText.Template("get; set;");
        if (parameter.IsDeprecated)
        {
            writer.WriteLine($"internal {type} {field};");
            accessors = CSharpText.Template("get => ") + field + CSharpText.Template("; set => ") + field
                + CSharpText.Template(" = value;");
        }

        MemberText.WriteDoc(writer, parameter.Doc);
        MemberText.WriteObsolete(writer, parameter.IsDeprecated, parameter.Doc);
        writer.WriteLine($$"""
            {{MemberText.Access(parameter.Accessibility)}} {{required}}{{type}} {{CSharpText.Identifier(parameter.Name)}} { {{accessors}} }
            """);
    }
}
