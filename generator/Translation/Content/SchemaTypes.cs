using Microsoft.OpenApi;

namespace ClerkGen.Generator.Translation.Content;

/// <summary>Values of the keyword <c>type</c>. One schema may have several.</summary>
[Flags]
internal enum SchemaTypes
{
    Null = (int)JsonSchemaType.Null,
    Boolean = (int)JsonSchemaType.Boolean,
    Integer = (int)JsonSchemaType.Integer,
    Number = (int)JsonSchemaType.Number,
    String = (int)JsonSchemaType.String,
    Object = (int)JsonSchemaType.Object,
    Array = (int)JsonSchemaType.Array,
}
