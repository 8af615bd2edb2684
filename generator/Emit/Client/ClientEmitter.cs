using ClerkGen.Generator.Emit.Operations;
using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Client;

/// <summary>Prints the client with its groups; <see cref="ClientTablesEmitter"/> prints what its groups share.</summary>
internal static class ClientEmitter
{
    public static void Emit(SourceWriter writer, ClientFileModel model)
    {
        CSharpText name = CSharpText.Identifier(model.Name);
        new TypeHeader(model, CSharpText.Of($"partial class {name} : {RuntimeNames.ApiClient}")) { Doc = model.Doc }.Open(writer);
        WriteDescription(writer, model);
        foreach (GroupReference group in model.Groups)
        {
            writer.StartField();
            writer.WriteLine($"private {CSharpText.Identifier(group.Name)}? {CSharpText.Field(group.PropertyName)};");
        }

        WriteConstructors(writer, model, name);
        writer.StartMember();
        writer.WriteLine($"""
            /// <summary>Contracts of the client's types, for <c>JsonSerializer</c> without reflection.</summary>
            public static {FrameworkNames.IJsonTypeInfoResolver} JsonTypeInfoResolver => {RuntimeNames.ApiJsonTypeInfoResolver}.Default;
            """);
        foreach (GroupReference group in model.Groups)
        {
            CSharpText type = CSharpText.Identifier(group.Name);
            CSharpText access = MemberText.Access(group.Accessibility);
            writer.StartMember();
            MemberText.WriteDoc(writer, group.Doc);
            writer.WriteLine($"""
                {access} virtual {type} {CSharpText.Identifier(group.PropertyName)} => {CSharpText.Field(group.PropertyName)} ??= new(this);
                """);
        }

        HooksEmitter.Emit(writer, model.Hooks);
        ClientTablesEmitter.Emit(writer, model);
        writer.Close();
        OptionsEmitter.Emit(writer, model);
        if (model.HasHttpClientFactory)
        {
            ServiceCollectionEmitter.Emit(writer, model);
        }
    }

    private static void WriteDescription(SourceWriter writer, ClientFileModel model)
    {
        CSharpText variables = CSharpText.List(model.ServerVariables.Select(static variable =>
            CSharpText.Of($"({CSharpText.Literal(variable.WireName)}, {CSharpText.Literal(variable.Default)})")));
        CSharpText parameters = CSharpText.List(model.Parameters.Select(Parameter));
        CSharpText security = SecurityEmitter.Alternatives(model.Name, model.Security);
        CSharpText[] initializer =
        [
            .. new[]
            {
                variables.IsEmpty ? variables : CSharpText.Of($"ServerVariables = [{variables}]"),
                parameters.IsEmpty ? parameters : CSharpText.Of($"Parameters = [{parameters}]"),
                security.IsEmpty ? security : CSharpText.Of($"Security = new([{security}])"),
            }.Where(static part => !part.IsEmpty),
        ];
        CSharpText end = initializer.Length == 0 ? CSharpText.Of($";") : CSharpText.None;
        writer.StartMember();
        writer.WriteLine($"""
            private static readonly {RuntimeNames.ApiDescription} Description = new(
                name: {CSharpText.Literal(model.ApiName)},
                version: {CSharpText.Literal(model.ApiVersion)},
                versionHeader: {CSharpText.LiteralOrNull(model.VersionHeader)},
                server: {CSharpText.LiteralOrNull(model.Server)}){end}
            """);
        if (initializer.Length == 0)
        {
            return;
        }

        writer.Open();
        foreach (CSharpText assignment in initializer)
        {
            writer.WriteLine($"{assignment},");
        }

        writer.Close(CSharpText.Of($";"));
    }

    /// <summary>The environment variables of the credentials, or of the first ones of many.</summary>
    public static CSharpText Variables(ClientFileModel model)
    {
        const int Shown = 4;
        CSharpText first = CSharpText.List(model.Schemes.Take(Shown).Select(scheme => CSharpText.DocCode(scheme.EnvironmentVariable)));
        return model.Schemes.Count > Shown ? CSharpText.Of($"{first}, and so on") : first;
    }

    private static CSharpText Parameter(ClientParameterModel parameter)
    {
        CSharpText method = parameter.Location == ParameterPlace.Header ? CSharpText.Of($"Header") : CSharpText.Of($"Query");
        CSharpText name = CSharpText.Literal(parameter.WireName);
        CSharpText version = parameter.IsVersion ? CSharpText.Of($", isVersion: true") : CSharpText.None;
        return CSharpText.Of($"{RuntimeNames.ApiClientParameter}.{method}({name}, {CSharpText.LiteralOrNull(parameter.Default)}{version})");
    }

    private static void WriteConstructors(SourceWriter writer, ClientFileModel model, CSharpText name)
    {
        CSharpText options = ClientNames.Options(model.Name);
        bool isComplete = model.Schemes.Count == 0 && model.Server is not null;
        if (isComplete)
        {
            writer.StartMember();
            writer.WriteLine($$"""
                /// <summary>Creates a client. Clients are thread-safe; use one per process.</summary>
                public {{name}}()
                    : this(new {{options}}())
                {
                }
                """);
        }
        else if (model.Schemes.Count == 1)
        {
            SecuritySchemeModel scheme = model.Schemes[0];
            CSharpText parameter = CSharpText.ParameterOf(scheme.Name);
            writer.StartMember();
            writer.WriteLine($"/// <summary>Creates a client. Clients are thread-safe; use one per process.</summary>");
            MemberText.WriteParameterDoc(writer, CSharpText.DocParameterOf(scheme.Name), CSharpText.Doc(scheme.Doc.Summary));
            writer.WriteLine($$"""
                public {{name}}(string {{parameter}})
                    : this(new {{options}} { {{CSharpText.Identifier(scheme.Name)}} = {{parameter}} })
                {
                }
                """);
        }

        writer.StartMember();
        writer.WriteLine($$"""
            /// <summary>Creates a client. Clients are thread-safe; use one per process.</summary>
            /// <param name="options">Credentials, address and limits. They cannot be changed afterwards.</param>
            /// <param name="httpClient">Sends the requests. Null uses the library's shared connections. It is never disposed.</param>
            public {{name}}({{options}} options, {{FrameworkNames.HttpClient}}? httpClient = null)
                : base(options, Description, httpClient)
            {
            }
            """);
        if (model.Schemes.Count > 0)
        {
            writer.StartMember();
            writer.WriteLine($$"""
                /// <summary>Creates a client with the credential in the environment: {{Variables(model)}}.</summary>
                /// <param name="httpClient">Sends the requests. Null uses the library's shared connections. It is never disposed.</param>
                /// <exception cref="{{FrameworkNames.InvalidOperationException}}">No such variable is set.</exception>
                public static {{name}} FromEnvironment({{FrameworkNames.HttpClient}}? httpClient = null) =>
                    new({{options}}.FromEnvironment(), httpClient);
                """);
        }

        if (!isComplete)
        {
            writer.StartMember();
            writer.WriteLine($$"""
                /// <summary>For mocking. Override the methods under test.</summary>
                protected {{name}}()
                {
                }
                """);
        }
    }
}
