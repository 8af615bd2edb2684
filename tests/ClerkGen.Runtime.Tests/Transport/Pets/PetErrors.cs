using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Transport.Pets;

/// <summary>One error.</summary>
public sealed class PetError : IApiJson<PetError>, IApiModel
{
    public PetError()
    {
    }

    [SetsRequiredMembers]
    private PetError(JsonSeed seed) => seed.Leave();

    public required string Code { get; set; }

    public string? Message { get; set; }

    private static ReadOnlySpan<byte> JsonNames => "code\nmessage\n"u8;

    public static PetError ReadJson(ref ApiJsonReader reader)
    {
        if (!JsonMembers.Start(ref reader))
        {
            return null!;
        }

        var value = new PetError(default(JsonSeed));
        var members = new JsonMembers(JsonNames, required: 0x1UL, nullable: 0x2UL);
        while (true)
        {
            switch (members.Next(ref reader))
            {
                case 0: value.Code = StringJson.ReadJson(ref reader); break;
                case 1: value.Message = StringJson.ReadJson(ref reader); break;
                default: return value;
            }
        }
    }

    void IApiModel.WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        JsonWriting.Required<string, StringJson>(writer, "code"u8, Code);
        JsonWriting.Optional<string, StringJson>(writer, "message"u8, Message);
        writer.WriteEndObject();
    }
}

/// <summary>The body of errors.</summary>
public sealed class PetErrors : IApiJson<PetErrors>, IApiModel
{
    public PetErrors()
    {
    }

    [SetsRequiredMembers]
    private PetErrors(JsonSeed seed) => seed.Leave();

    public required IReadOnlyList<PetError> Errors { get; set; }

    public string? PetTraceId { get; set; }

    private static ReadOnlySpan<byte> JsonNames => "errors\npet_trace_id\n"u8;

    public static PetErrors ReadJson(ref ApiJsonReader reader)
    {
        if (!JsonMembers.Start(ref reader))
        {
            return null!;
        }

        var value = new PetErrors(default(JsonSeed));
        var members = new JsonMembers(JsonNames, required: 0x1UL, nullable: 0x2UL);
        while (true)
        {
            switch (members.Next(ref reader))
            {
                case 0: value.Errors = ListJson<PetError, PetError>.ReadJson(ref reader); break;
                case 1: value.PetTraceId = StringJson.ReadJson(ref reader); break;
                default: return value;
            }
        }
    }

    void IApiModel.WriteJson(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        JsonWriting.Required<IReadOnlyList<PetError>, ListJson<PetError, PetError>>(writer, "errors"u8, Errors);
        JsonWriting.Optional<string, StringJson>(writer, "pet_trace_id"u8, PetTraceId);
        writer.WriteEndObject();
    }
}

/// <summary>The exception of the errors.</summary>
public sealed class PetErrorsException : ApiException<PetErrors>
{
    public PetErrorsException(HttpStatusCode statusCode, PetErrors error)
        : base(statusCode, error)
    {
    }

    public PetErrorsException(ApiErrorContext context, PetErrors error)
        : base(context, error)
    {
    }

    public override string? TraceId => Error.PetTraceId ?? base.TraceId;
}
