using ClerkGen.Generator.Model;

namespace ClerkGen.Generator.Translation.Schemas;

/// <summary>JSON kinds of the values of a planned type.</summary>
internal static class JsonKinds
{
    private const VariantKinds Every =
        VariantKinds.Object | VariantKinds.Array | VariantKinds.String | VariantKinds.Integer | VariantKinds.Number | VariantKinds.Boolean;

    /// <summary>The kinds of a type that is not another name for a component.</summary>
    public static VariantKinds Of(TypePlan plan)
    {
        switch (plan)
        {
            case ScalarPlan scalar:
                return scalar.Type is ScalarType { Kinds: var own } ? own : Every;
            case EnumPlan { Kind: EnumKind.String }:
            case BinaryPlan:
                return VariantKinds.String;
            case EnumPlan { Kind: EnumKind.Integer }:
                return VariantKinds.Integer;
            case EnumPlan:
                return VariantKinds.Integer | VariantKinds.Number;
            case ListPlan:
                return VariantKinds.Array;
            case UnionPlan union:
                VariantKinds kinds = VariantKinds.None;
                foreach (VariantPlan variant in union.Variants)
                {
                    kinds |= variant.Kinds;
                }

                return kinds;
            default:
                return VariantKinds.Object;
        }
    }
}
