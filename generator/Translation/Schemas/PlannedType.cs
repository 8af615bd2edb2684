using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>The planned type of an operation's schema. It is planned once, and written as a type when names are decided.</summary>
/// <param name="Plan">The type.</param>
/// <param name="Use">Where its values travel.</param>
/// <param name="IsBody">Whether it is a whole body, whose bytes are streamed.</param>
internal sealed record PlannedType(TypePlan Plan, SchemaUse Use, bool IsBody)
{
    /// <summary>Any string.</summary>
    public static PlannedType String { get; } = new(new ScalarPlan(ScalarType.String), SchemaUse.None, IsBody: false);
}
