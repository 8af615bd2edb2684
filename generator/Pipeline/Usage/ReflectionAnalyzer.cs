using System.Collections.Immutable;
using ClerkGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ClerkGen.Generator.Pipeline.Usage;

/// <summary>
/// With <c>ClerkGenEmit=Used</c>, reports reflection that would miss parts of the client. Examples are all members of a client or group,
/// all types of the project, and names that are built at run time. Parts that code or a constant mentions are emitted and need no report.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReflectionAnalyzer : DiagnosticAnalyzer
{
    // Models are emitted whole or not at all; of these, members are left out.
    private const string Client = "ClerkGen.ApiClient";
    private const string Group = "ClerkGen.ApiOperationGroup";

    private static readonly ImmutableHashSet<string> OfTypes = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "FindMembers", "GetMember", "GetMembers", "GetMethod", "GetMethods", "GetProperties", "GetProperty", "GetRuntimeMethod", "GetRuntimeMethods",
        "GetRuntimeProperties", "GetRuntimeProperty", "InvokeMember", "GetDeclaredMethod", "GetDeclaredMethods", "GetDeclaredProperty",
        "DeclaredMembers", "DeclaredMethods", "DeclaredProperties");

    private static readonly ImmutableHashSet<string> OfAssemblies = ImmutableHashSet.Create(
        StringComparer.Ordinal, "CreateInstance", "DefinedTypes", "ExportedTypes", "GetExportedTypes", "GetForwardedTypes", "GetType", "GetTypes");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.ReflectionMissesUnused);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (UsageSteps.IsUsed(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions))
            {
                start.RegisterOperationAction(static operation => Look(operation), OperationKind.Invocation, OperationKind.PropertyReference);
            }
        });
    }

    private static void Look(OperationAnalysisContext context)
    {
        (ISymbol member, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments) = context.Operation switch
        {
            IInvocationOperation call => ((ISymbol)call.TargetMethod, call.Instance ?? ReceiverOfExtension(call), call.Arguments),
            IPropertyReferenceOperation property => (property.Property, property.Instance, property.Arguments),
            _ => throw new InvalidOperationException(),
        };
        string? subject = member.ContainingType.ToDisplayString() switch
        {
            "System.Type" when member is { Name: "GetType", IsStatic: true } => HasConstant(arguments) ? null : "'Type.GetType'",
            "System.Type" or "System.Reflection.TypeInfo" or "System.Reflection.RuntimeReflectionExtensions" or "System.Reflection.IntrospectionExtensions" =>
                OfTypes.Contains(member.Name) && !HasConstant(arguments) && TypeOf(receiver) is { } type && IsCut(type, IsNamed(receiver)) ? $"'{type.Name}'" : null,
            "System.Reflection.Assembly" or "System.Reflection.CustomAttributeExtensions" =>
                OfAssemblies.Contains(member.Name) && !HasConstant(arguments) && IsOwn(receiver, context.Compilation.Assembly) ? "the project's assembly" : null,
            _ => null,
        };
        if (subject is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.ReflectionMissesUnused, context.Operation.Syntax.GetLocation(), subject));
        }
    }

    private static IOperation? ReceiverOfExtension(IInvocationOperation call) =>
        call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null;

    // The program contains a constant name, so its target is emitted.
    private static bool HasConstant(ImmutableArray<IArgumentOperation> arguments) => arguments.Any(static argument =>
        argument.Parameter?.Type.SpecialType == SpecialType.System_String && argument.Value.ConstantValue is { HasValue: true, Value: string });

    // The type that an expression of type Type stands for, where it says so itself.
    private static ITypeSymbol? TypeOf(IOperation? operation) => Unwrapped(operation) switch
    {
        ITypeOfOperation type => type.TypeOperand,
        IInvocationOperation { TargetMethod: { Name: "GetType", Parameters.Length: 0 } } call => Unwrapped(call.Instance)?.Type,
        IInvocationOperation { TargetMethod.Name: "GetTypeInfo" } call => TypeOf(ReceiverOfExtension(call)),
        ILocalReferenceOperation { Local: { } local } reference => TypeOf(InitializerOf(local, reference)),
        _ => null,
    };

    private static IOperation? InitializerOf(ILocalSymbol local, IOperation reference)
    {
        if (local.DeclaringSyntaxReferences.Length != 1 || reference.SemanticModel is not { } model)
        {
            return null;
        }

        return model.GetOperation(local.DeclaringSyntaxReferences[0].GetSyntax()) is IVariableDeclaratorOperation { Initializer.Value: { } value }
            && value.Syntax.SyntaxTree == reference.Syntax.SyntaxTree
            ? value
            : null;
    }

    private static IOperation? Unwrapped(IOperation? operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    // Whether the program has the type's name where it reflects, or at the local that holds the type.
    private static bool IsNamed(IOperation? operation) => Unwrapped(operation) switch
    {
        ITypeOfOperation => true,
        IInvocationOperation { TargetMethod.Name: "GetTypeInfo" } call => IsNamed(ReceiverOfExtension(call)),
        ILocalReferenceOperation reference => IsNamed(InitializerOf(reference.Local, reference)),
        _ => false,
    };

    // A group whose class is named has all of its methods.
    private static bool IsCut(ITypeSymbol type, bool isNamed)
    {
        for (INamedTypeSymbol? @base = type.BaseType; @base is not null; @base = @base.BaseType)
        {
            string name = @base.ToDisplayString();
            if (name == Client || (name == Group && !isNamed))
            {
                return true;
            }
        }

        return false;
    }

    // Where an expression says that it is this one: the assembly of one of its types, or the one that runs.
    private static bool IsOwn(IOperation? operation, IAssemblySymbol own) => Unwrapped(operation) switch
    {
        IPropertyReferenceOperation { Property: { Name: "Assembly" } property } reference =>
            property.ContainingType.Name is "Type" or "TypeInfo" && SymbolEqualityComparer.Default.Equals(TypeOf(reference.Instance)?.ContainingAssembly, own),
        IInvocationOperation { TargetMethod: { Name: "GetExecutingAssembly" or "GetEntryAssembly" or "GetCallingAssembly" } } => true,
        IInvocationOperation { TargetMethod.Name: "GetAssembly", Arguments: { Length: 1 } arguments } =>
            SymbolEqualityComparer.Default.Equals(TypeOf(arguments[0].Value)?.ContainingAssembly, own),
        ILocalReferenceOperation reference => IsOwn(InitializerOf(reference.Local, reference), own),
        _ => false,
    };
}
