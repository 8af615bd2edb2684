using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Operations;

/// <summary>Which of the runtime's methods writes a value into a path, query, header, cookie, form or part.</summary>
internal enum ParameterForm
{
    /// <summary>One text.</summary>
    Scalar,

    /// <summary>Several texts.</summary>
    List,

    /// <summary>Names and texts.</summary>
    Object,

    /// <summary>JSON text.</summary>
    Json,
}

/// <summary>Picks the form from the static type. For unions and free-form values the runtime decides when it has the value.</summary>
internal static class ParameterForms
{
    public static ParameterForm Of(ParameterModel parameter) =>
        parameter.IsJsonContent ? ParameterForm.Json : Of(parameter.Type, parameter.Type.FindItem());

    public static ParameterForm Of(TypeReference type, TypeReference? item) =>
        type.IsScalar ? ParameterForm.Scalar
        : item is { IsScalar: true } ? ParameterForm.List
        : ParameterForm.Object;
}
