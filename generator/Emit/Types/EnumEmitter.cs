using System.Globalization;
using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Types;

/// <summary>Prints an enum: a struct around the value as it is on the wire, with the known values as members.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter writer, EnumModel model)
    {
        CSharpText name = CSharpText.Identifier(model.Name);
        Form form = Form.Of(model);
        new TypeHeader(model, CSharpText.Of($"readonly partial struct {name} : {RuntimeNames.IApiEnum}<{name}, {form.Type}>"))
        {
            Doc = model.Doc,
            Attributes = [TypeHeader.Converter(model), CSharpText.Of($"[{RuntimeNames.ApiScalarAttribute}<{name}>]")],
        }.Open(writer);
        writer.StartField();
        writer.WriteLine($"private static readonly {form.Table} Known = new({KnownValues(model)});");
        WriteValue(writer, model, name, form);
        foreach (EnumMemberModel member in model.Members)
        {
            CSharpText identifier = CSharpText.Identifier(member.Name);
            writer.StartMember();
            MemberText.WriteDoc(writer, member.Doc);
            MemberText.WriteObsolete(writer, model.IsDeprecated, model.Doc);
            writer.WriteLine($"public static {name} {identifier} => new(Values.{identifier});");
        }

        WriteMembers(writer, name, form);
        WriteTryParse(writer, name, form);
        WriteConstants(writer, model, form);
        writer.Close();
    }

    private static CSharpText KnownValues(EnumModel model) =>
        CSharpText.List(model.Members.Select(static member => CSharpText.Of($"Values.{CSharpText.Identifier(member.Name)}")));

    private static void WriteValue(SourceWriter writer, EnumModel model, CSharpText name, Form form)
    {
        if (model.Kind == EnumKind.String)
        {
            writer.StartField();
            writer.WriteLine($$"""
                private readonly string? _value;

                /// <summary>Creates a value. Values that the document does not list are allowed.</summary>
                public {{name}}(string value) => _value = value ?? throw new {{FrameworkNames.ArgumentNullException}}(nameof(value));

                /// <inheritdoc/>
                public string Value => _value ?? "";
                """);
        }
        else
        {
            writer.StartMember();
            writer.WriteLine($$"""
                /// <summary>Creates a value. Values that the document does not list are allowed.</summary>
                public {{name}}({{form.Type}} value) => Value = value;

                /// <inheritdoc/>
                public {{form.Type}} Value { get; }
                """);
        }

        writer.StartMember();
        writer.WriteLine($"""
            /// <inheritdoc/>
            public bool IsKnown => Known.Contains(Value);
            """);
    }

    private static void WriteConstants(SourceWriter writer, EnumModel model, Form form)
    {
        writer.StartMember();
        writer.WriteLine($"/// <summary>Known values as constants, for <c>switch</c>.</summary>");
        writer.WriteLine($"public static class Values");
        writer.Open();
        foreach (EnumMemberModel member in model.Members)
        {
            CSharpText literal = model.Kind switch
            {
                EnumKind.String => CSharpText.Literal(member.Value),
                EnumKind.Integer when model.IsInt32 => CSharpText.Number(int.Parse(member.Value, CultureInfo.InvariantCulture)),
                EnumKind.Integer => CSharpText.IntegerLiteral(member.Value),
                _ => CSharpText.NumberLiteral(member.Value),
            };
            writer.StartField();
            writer.WriteLine($"public const {form.Type} {CSharpText.Identifier(member.Name)} = {literal};");
        }

        writer.Close();
    }

    private static void WriteMembers(SourceWriter writer, CSharpText name, Form form)
    {
        writer.StartMember();
        writer.WriteLine($$"""
            /// <summary>Converts a value, known or not.</summary>
            public static implicit operator {{name}}({{form.Type}} value) => new(value);

            /// <inheritdoc/>
            public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);

            /// <inheritdoc/>
            public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);

            /// <inheritdoc/>
            public bool Equals({{name}} other) => Value == other.Value;

            /// <inheritdoc/>
            public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);

            /// <inheritdoc/>
            public override int GetHashCode() => Value.GetHashCode();

            /// <inheritdoc/>
            public override string ToString() => {{form.Text}};
            """);
        MemberText.StartHidden(writer);
        writer.WriteLine($"public static {name} ReadJson(ref {RuntimeNames.ApiJsonReader} reader) => new(Known.Read(ref reader));");
    }

    // Frameworks that bind a route or a query look for a public method; the interface has the rest of IParsable.
    private static void WriteTryParse(SourceWriter writer, CSharpText name, Form form)
    {
        writer.StartMember();
        writer.WriteLine($$"""
            /// <inheritdoc/>
            public static bool TryParse([{{FrameworkNames.NotNullWhen}}(true)] string? s, {{FrameworkNames.IFormatProvider}}? provider, out {{name}} result)
            """);
        writer.Open();
        if (form.Parse.IsEmpty)
        {
            writer.WriteLine($"""
                result = s is null ? default : new(s);
                return s is not null;
                """);
        }
        else
        {
            writer.WriteLine($"""
                bool isNumber = {form.Parse};
                result = new(value);
                return isNumber;
                """);
        }

        writer.Close();
    }

    /// <summary>The parts that depend on the kind of the values.</summary>
    private sealed record Form(CSharpText Type, CSharpText Table, CSharpText Text, CSharpText Parse)
    {
        private static readonly Form String = new(
            CSharpText.Of($"string"),
            RuntimeNames.JsonStringEnum,
            CSharpText.Of($"Value"),
            CSharpText.None);

        private static readonly Form Integer = new(
            CSharpText.Of($"long"),
            RuntimeNames.JsonIntegerEnum,
            CSharpText.Of($"Value.ToString({FrameworkNames.InvariantCulture})"),
            ParseNumber(CSharpText.Of($"long"), CSharpText.Of($"Integer")));

        private static readonly Form Int32 = Integer with
        {
            Type = CSharpText.Of($"int"),
            Table = RuntimeNames.JsonInt32Enum,
            Parse = ParseNumber(CSharpText.Of($"int"), CSharpText.Of($"Integer")),
        };

        private static readonly Form Number = new(
            CSharpText.Of($"double"),
            RuntimeNames.JsonNumberEnum,
            CSharpText.Of($"Value.ToString(\"R\", {FrameworkNames.InvariantCulture})"),
            ParseNumber(CSharpText.Of($"double"), CSharpText.Of($"Float")));

        private static CSharpText ParseNumber(CSharpText type, CSharpText style) =>
            CSharpText.Of($"{type}.TryParse(s, {FrameworkNames.NumberStyles}.{style}, {FrameworkNames.InvariantCulture}, out var value)");

        public static Form Of(EnumModel model) => model.Kind switch
        {
            EnumKind.String => String,
            EnumKind.Integer => model.IsInt32 ? Int32 : Integer,
            _ => Number,
        };
    }
}
