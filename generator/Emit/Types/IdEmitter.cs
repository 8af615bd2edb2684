using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>
/// Prints a type of identifiers. A string converts implicitly, so that literals and configuration read well. There is no implicit
/// conversion back, or to other identifiers.
/// </summary>
internal static class IdEmitter
{
    public static void Emit(SourceWriter writer, IdModel model)
    {
        CSharpText name = CSharpText.Identifier(model.Name);
        CSharpText declaration = CSharpText.Of($"""
            readonly partial struct {name} :
                {RuntimeNames.IApiScalar}<{name}>, {FrameworkNames.IEquatable}<{name}>, {FrameworkNames.IParsable}<{name}>
            """);
        new TypeHeader(model, declaration)
        {
            Doc = model.Doc,
            Attributes = [TypeHeader.Converter(model), CSharpText.Of($"[{RuntimeNames.ApiScalarAttribute}<{name}>]")],
        }.Open(writer);
        writer.StartMember();
        writer.WriteLine($$"""
            private readonly string? _value;

            /// <summary>Creates an identifier from its text.</summary>
            public {{name}}(string value) => _value = value ?? throw new {{FrameworkNames.ArgumentNullException}}(nameof(value));

            /// <summary>The text on the wire. Empty for the default value, which is refused in paths.</summary>
            public string Value => _value ?? "";

            /// <summary>Converts a text to an identifier.</summary>
            public static implicit operator {{name}}(string value) => new(value);

            /// <summary>Converts an identifier to its text.</summary>
            public static explicit operator string({{name}} id) => id.Value;

            /// <summary>Whether two identifiers are the same.</summary>
            public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);

            /// <summary>Whether two identifiers differ.</summary>
            public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);

            /// <inheritdoc/>
            public static {{name}} Parse(string s, {{FrameworkNames.IFormatProvider}}? provider = null) => new(s);

            /// <inheritdoc/>
            public static bool TryParse([{{FrameworkNames.NotNullWhen}}(true)] string? s, {{FrameworkNames.IFormatProvider}}? provider, out {{name}} result)
            {
                result = s is null ? default : new(s);
                return s is { Length: > 0 };
            }

            /// <inheritdoc/>
            public bool Equals({{name}} other) => Value == other.Value;

            /// <inheritdoc/>
            public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);

            /// <inheritdoc/>
            public override int GetHashCode() => Value.GetHashCode();

            /// <inheritdoc/>
            public override string ToString() => Value;
            """);
        MemberText.StartHidden(writer);
        writer.WriteLine($"public static {name} ReadJson(ref {RuntimeNames.ApiJsonReader} reader) => new({RuntimeNames.IdJson}.Read(ref reader));");
        MemberText.StartHidden(writer);
        writer.WriteLine($"public static void WriteJson({FrameworkNames.Utf8JsonWriter} writer, {name} value) => writer.WriteStringValue(value.Value);");
        MemberText.StartHidden(writer);
        writer.WriteLine($"public static string Format({name} value) => value.Value;");
        writer.Close();
    }
}
