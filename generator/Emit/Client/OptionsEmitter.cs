using ClerkGen.Generator.Emit.Operations;
using ClerkGen.Generator.Emit.Text;
using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Emit.Client;

/// <summary>Prints the client's options: the document's credentials and servers, in addition to those of every client.</summary>
internal static class OptionsEmitter
{
    public static void Emit(SourceWriter writer, ClientFileModel model)
    {
        CSharpText name = ClientNames.Options(model.Name);
        writer.WriteLine();
        new TypeHeader(model, CSharpText.Of($"sealed partial class {name} : {RuntimeNames.ApiClientOptions}"))
        {
            Summary = CSharpText.Of($"Options of <see cref=\"{CSharpText.Identifier(model.Name)}\"/>."),
            IsCompanion = true,
        }.Open(writer);
        for (int i = 0; i < model.Schemes.Count; i++)
        {
            WriteScheme(writer, model.Schemes[i], ClientNames.Scheme(model.Name, i));
        }

        if (model.Schemes.Count > 0)
        {
            CSharpText schemes = CSharpText.List(model.Schemes.Select((_, index) => ClientNames.Scheme(model.Name, index)));
            writer.StartMember();
            writer.WriteLine($$"""
                /// <summary>Creates options with the credential in the environment: {{ClientEmitter.Variables(model)}}.</summary>
                /// <exception cref="{{FrameworkNames.InvalidOperationException}}">No such variable is set.</exception>
                public static {{name}} FromEnvironment()
                {
                    var options = new {{name}}();
                    options.SetCredentialsFromEnvironment({{schemes}});
                    return options;
                }
                """);
        }

        foreach (ServerVariableModel variable in model.ServerVariables)
        {
            CSharpText wireName = CSharpText.Literal(variable.WireName);
            writer.StartMember();
            MemberText.WriteDoc(writer, variable.Doc);
            writer.WriteLine($$"""
                public string? {{CSharpText.Identifier(variable.Name)}}
                {
                    get => GetServerVariable({{wireName}});
                    set => SetServerVariable({{wireName}}, value{{Values(variable)}});
                }
                """);
        }

        foreach (ClientParameterModel parameter in model.Parameters)
        {
            if (!parameter.IsVersion)
            {
                WriteParameter(writer, parameter);
            }
        }

        writer.Close();
    }

    private static CSharpText Values(ServerVariableModel variable) => variable.Values.Count == 0
        ? CSharpText.None
        : CSharpText.Of($", [{CSharpText.List(variable.Values.Select(CSharpText.Literal))}]");

    private static void WriteParameter(SourceWriter writer, ClientParameterModel parameter)
    {
        CSharpText wireName = CSharpText.Literal(parameter.WireName);
        CSharpText type = MemberText.TypeName(parameter.Type, isNullable: true);
        CSharpText method = parameter.Type.IsValueType ? CSharpText.Of($"SetParameterValue") : CSharpText.Of($"SetParameter");
        writer.StartMember();
        MemberText.WriteDoc(writer, parameter.Doc);
        writer.WriteLine($$"""
            public {{type}} {{CSharpText.Identifier(parameter.Name)}}
            {
                get => GetParameter<{{type}}>({{wireName}});
                set => {{method}}{{TypeText.Arguments(parameter.Type)}}({{wireName}}, value);
            }
            """);
    }

    private static void WriteScheme(SourceWriter writer, SecuritySchemeModel scheme, CSharpText table)
    {
        CSharpText name = CSharpText.Identifier(scheme.Name);
        CSharpText key = CSharpText.Literal(scheme.Key);
        writer.StartMember();
        MemberText.WriteDoc(writer, scheme.Doc);
        writer.WriteLine($$"""
            {{FrameworkNames.JsonIgnore}}
            public string? {{name}}
            {
                get => GetCredential({{key}});
                set => SetCredential({{table}}, value);
            }

            /// <summary>Called before every attempt to get <see cref="{{name}}"/>. Use it for keys that rotate.</summary>
            {{FrameworkNames.JsonIgnore}}
            public {{FrameworkNames.CredentialProvider}}? {{CSharpText.Identifier("", scheme.Name, "Provider")}}
            {
                get => GetCredentialProvider({{key}});
                set => SetCredentialProvider({{key}}, value);
            }
            """);
    }
}
