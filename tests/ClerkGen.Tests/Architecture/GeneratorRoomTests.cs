using Xunit.Abstractions;

namespace ClerkGen.Tests.Architecture;

/// <summary>The rooms of the generator and the arrows between them that are allowed. Each line may name only rooms of lines above it.</summary>
public sealed class GeneratorRoomTests(ITestOutputHelper output) : RoomTests(output, Plan, Allowed)
{
    // The planners of schemas call each other: a union is made of schemas, and a schema may be a union.
    private const int MostFilesInAKnot = 3;

    private static readonly (string Room, string[] May)[] Allowed =
    [
        ("NetStandard", []),
        ("Model", []),
        ("Limits", ["Model"]),
        ("Naming", ["Limits"]),
        ("Diagnostics", ["Model"]),
        ("Reading/Nodes", ["Diagnostics", "Limits", "NetStandard"]),
        ("Reading/Syntax", ["Diagnostics", "Reading/Nodes"]),
        ("Reading/References", ["Diagnostics", "Naming", "NetStandard", "Reading/Nodes", "Reading/Syntax"]),
        ("Reading/NormalForm", ["Diagnostics", "Limits", "Naming", "NetStandard", "Reading/Nodes", "Reading/References", "Reading/Syntax"]),
        ("Reading/Swagger", ["Diagnostics", "Reading/Nodes", "Reading/NormalForm", "Reading/References", "Reading/Syntax"]),
        ("Reading/Overlays", ["Diagnostics", "Limits", "Naming", "Reading/Nodes", "Reading/Syntax"]),
        ("Reading/ObjectModel", ["Diagnostics", "Reading/Nodes", "Reading/References"]),
        ("Reading",
        [
            "Diagnostics", "Limits", "Reading/Nodes", "Reading/NormalForm", "Reading/ObjectModel", "Reading/Overlays", "Reading/References",
            "Reading/Swagger", "Reading/Syntax",
        ]),
        ("Translation/Content", ["Diagnostics", "Limits", "Model", "Reading/Nodes", "Reading/NormalForm", "Reading/ObjectModel"]),
        ("Translation/Names", ["Diagnostics", "Limits", "Model", "Naming", "Translation/Content"]),
        ("Translation/Context", ["Diagnostics", "Limits", "Model", "Naming", "Translation/Names"]),
        ("Translation/Methods", ["Diagnostics", "Model", "Naming", "Translation/Content", "Translation/Context", "Translation/Names"]),
        ("Translation/Schemas",
        [
            "Diagnostics", "Limits", "Model", "Naming", "Reading/Nodes", "Reading/ObjectModel", "Translation/Content", "Translation/Context",
            "Translation/Methods", "Translation/Names",
        ]),
        ("Translation/Ids",
        [
            "Diagnostics", "Limits", "Model", "Naming", "Translation/Content", "Translation/Context", "Translation/Names", "Translation/Schemas",
        ]),
        ("Translation/Operations",
        [
            "Diagnostics", "Limits", "Model", "Naming", "Reading/Nodes", "Reading/ObjectModel", "Translation/Content", "Translation/Context",
            "Translation/Methods", "Translation/Names", "Translation/Schemas",
        ]),
        ("Translation/Samples",
        [
            "Diagnostics", "Limits", "Model", "Naming", "Reading/Nodes", "Translation/Content", "Translation/Context", "Translation/Names",
            "Translation/Schemas",
        ]),
        ("Translation",
        [
            "Diagnostics", "Limits", "Model", "Reading", "Translation/Context", "Translation/Ids", "Translation/Operations", "Translation/Samples",
            "Translation/Schemas",
        ]),
        ("Translation/Customising", ["Diagnostics", "Limits", "Model", "Naming", "Translation/Schemas"]),
        ("Translation/Usage", ["Model", "Naming"]),
        ("Emit/Text", ["Limits", "Model", "Naming"]),
        ("Emit/Types", ["Emit/Text", "Model"]),
        ("Emit/Operations", ["Emit/Text", "Emit/Types", "Model"]),
        ("Emit/Client", ["Emit/Operations", "Emit/Text", "Model"]),
        ("Emit", ["Emit/Client", "Emit/Operations", "Emit/Text", "Emit/Types", "Model"]),
        ("Surface", ["Model", "Reading/Nodes"]),
        ("Pipeline/Inputs", ["Diagnostics", "Model", "Naming", "Reading/Nodes"]),
        ("Pipeline/Projects", ["Diagnostics", "Model", "Naming", "Pipeline/Inputs"]),
        ("Pipeline/Declarations", ["Diagnostics", "Model", "Naming", "Pipeline/Inputs"]),
        ("Pipeline/Documents",
        [
            "Diagnostics", "Emit", "Emit/Text", "Limits", "Model", "Pipeline/Declarations", "Pipeline/Inputs", "Pipeline/Projects", "Reading",
            "Reading/Nodes", "Reading/References", "Translation", "Translation/Usage",
        ]),
        ("Pipeline/Usage",
        [
            "Diagnostics", "Emit", "Emit/Text", "Model", "Pipeline/Documents", "Pipeline/Inputs", "Pipeline/Projects", "Translation/Customising",
            "Translation/Usage",
        ]),
        ("Pipeline/Baselines",
        [
            "Diagnostics", "Limits", "Model", "Pipeline/Documents", "Pipeline/Inputs", "Reading", "Surface", "Translation/Customising",
        ]),
        ("(root)",
        [
            "Diagnostics", "Model", "Pipeline/Baselines", "Pipeline/Declarations", "Pipeline/Documents", "Pipeline/Inputs", "Pipeline/Projects", "Pipeline/Usage",
            "Translation/Customising", "Translation/Usage",
        ]),
    ];

    private static readonly RoomPlan Plan = RoomPlan.Of(
        "generator",
        hasRoomsInRooms: true,
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks");

    [Fact]
    public void Types_are_in_the_namespace_of_their_folder() => Assert.DoesNotContain(
        Plan.InternalTypes,
        static type => !type.Namespace.StartsWith("System.", StringComparison.Ordinal)
            && type.Namespace != (type.Room == "(root)" ? "ClerkGen.Generator" : "ClerkGen.Generator." + type.Room.Replace('/', '.')));

    [Fact]
    public void Files_that_use_each_other_in_a_ring_are_few() =>
        Assert.True(Plan.FileKnots[0].Length <= MostFilesInAKnot, string.Join(", ", Plan.FileKnots[0]));
}
