using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClerkGen.ServedDocuments.Tests.Shelter;

[ApiIgnore("secret")]
public partial class Collar
{
    public string Label => $"No. {Number}";

    [ApiProperty("sold_on")]
    public DateTimeOffset? SoldAt { get; set; }

    public Money? Price { get; set; }

    public IReadOnlyList<Money>? Prices { get; set; }

    public Wearer? Wearer { get; set; }
}

[ApiIgnore("infrared")]
public partial struct CollarColor;

[JsonConverter(typeof(MoneyConverter))]
public readonly record struct Money(decimal Amount);

[JsonConverter(typeof(WearerConverter))]
public sealed record Wearer(string Name);

internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture));

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Amount.ToString(CultureInfo.InvariantCulture));
}

internal sealed class WearerConverter : JsonConverter<Wearer>
{
    public override Wearer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Wearer value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
