using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>Prints the exception of an error schema.</summary>
internal static class ExceptionEmitter
{
    public static void Emit(SourceWriter writer, ExceptionModel model)
    {
        CSharpText name = CSharpText.Identifier(model.Name);
        CSharpText error = TypeText.Of(model.Error);
        new TypeHeader(model, CSharpText.Of($"sealed partial class {name} : {RuntimeNames.ApiException}<{error}>")) { Doc = model.Doc }.Open(writer);
        writer.StartMember();
        writer.WriteLine($$"""
            /// <summary>Creates an exception, for tests of code that handles it.</summary>
            /// <param name="statusCode">The status.</param>
            /// <param name="error">The error.</param>
            public {{name}}({{FrameworkNames.HttpStatusCode}} statusCode, {{error}} error)
                : base(statusCode, error)
            {
            }

            internal {{name}}({{RuntimeNames.ApiErrorContext}} context, {{error}} error)
                : base(context, error)
            {
            }
            """);
        if (model.TraceIdProperty is { } property)
        {
            writer.StartMember();
            writer.WriteLine($"""
                /// <inheritdoc/>
                public override string? TraceId => Error?.{CSharpText.Identifier(property)} ?? base.TraceId;
                """);
        }

        writer.Close();
    }
}
