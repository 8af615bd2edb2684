using ClerkGen.GeneratedSupport;

namespace ClerkGen.Runtime.Tests.Transport.Pets;

/// <summary>Query parameters of a list.</summary>
public sealed class ListPetsParameters
{
    public long? Limit { get; set; }

    public long? Offset { get; set; }

    public string? Query { get; set; }

    public IReadOnlyList<string>? Status { get; set; }

    public string? Trace { get; set; }
}

/// <summary>Operations in the shape that the generator emits: one of each kind.</summary>
public class PetOperations : ApiOperationGroup
{
    private static readonly ApiOperation<Pet> GetOperation =
        new("GetPet", "GET", "/pets/{pet_id}", ApiResults.Json<Pet, Pet>(), PetClientTables.Errors, PetClientTables.Security);

    private static readonly ApiOperation<PetPage> ListOperation =
        new("ListPets", "GET", "/pets", ApiResults.Json<PetPage, PetPage>(), PetClientTables.Errors, PetClientTables.Security);

    private static readonly ApiOperation<IReadOnlyList<Pet>> ListBareOperation =
        new("ListBarePets", "GET", "/bare", ApiResults.Json<IReadOnlyList<Pet>, ListJson<Pet, Pet>>(), security: PetClientTables.Security);

    private static readonly ApiOperation<Pet> CreateOperation =
        new("CreatePet", "POST", "/pets", ApiResults.Json<Pet, Pet>(), PetClientTables.Errors, PetClientTables.Security);

    private static readonly ApiOperation<Pet> BanOperation =
        new("BanPet", "POST", "/pets/{pet_id}/ban", ApiResults.Json<Pet, Pet>(), PetClientTables.Errors, PetClientTables.Security);

    private static readonly ApiOperation<Pet> UpdateOperation =
        new("UpdatePet", "PATCH", "/pets/{pet_id}", ApiResults.Json<Pet, Pet>(), PetClientTables.Errors, PetClientTables.Security);

    private static readonly ApiOperation<Pet> ReplaceOperation =
        new("ReplacePet", "PUT", "/pets/{pet_id}", ApiResults.Json<Pet, Pet>(), PetClientTables.Errors, PetClientTables.Security);

    private static readonly ApiOperation DeleteOperation =
        new("DeletePet", "DELETE", "/pets/{pet_id}", ApiResults.None, PetClientTables.Errors, PetClientTables.Security);

    private static readonly ApiOperation HeadOperation =
        new("CheckPet", "HEAD", "/pets/{pet_id}", ApiResults.None, security: PetClientTables.Security);

    private static readonly ApiOperation<Pet> UploadOperation =
        new("UploadPhoto", "POST", "/pets/{pet_id}/photo", ApiResults.Json<Pet, Pet>(), security: PetClientTables.Security);

    private static readonly ApiOperation<Stream> DownloadOperation =
        new("DownloadPhoto", "GET", "/pets/{pet_id}/photo", ApiResults.Stream(), security: PetClientTables.Security);

    private static readonly ApiOperation<ApiEventStream<Pet>> EventsOperation =
        new("WatchPets", "GET", "/events", ApiResults.ServerSentEvents<Pet, Pet>(), security: PetClientTables.Security);

    private static readonly ApiOperation<IAsyncEnumerable<Pet>> LinesOperation =
        new("ExportPets", "GET", "/lines", ApiResults.JsonLines<Pet, Pet>(), security: PetClientTables.Security);

    private static readonly ApiOperation<string> TextOperation =
        new("DescribePet", "GET", "/pets/{pet_id}/text", ApiResults.Text(), security: PetClientTables.Security);

    private static readonly ApiOperation<Pet?> FindOperation =
        new("FindPet", "GET", "/find", ApiResults.NullableJson<Pet, Pet>(), security: PetClientTables.Security);

    private static readonly ApiOperation<object?> EitherOperation = new(
        "EitherPet",
        "GET",
        "/either",
        ApiResults.ByAnswer(
            new ApiAnswer<object?>(200, 200, ApiResults.Json<Pet, Pet>().As<object?>(static pet => pet)),
            new ApiAnswer<object?>(202, 202, ApiResults.Text().As<object?>(static text => text)),
            new ApiAnswer<object?>(204, 204, ApiResults.NoBody<object?>())),
        security: PetClientTables.Security);

    private static readonly ApiOperation<Pet> AnyKeyOperation =
        new("AnyKey", "GET", "/any-key", ApiResults.Json<Pet, Pet>(), security: PetClientTables.AnySecurity);

    private static readonly ApiOperation<Pet> OpenOperation = new("Open", "GET", "/open", ApiResults.Json<Pet, Pet>());

    private static readonly ApiOperation<Pet> ElsewhereOperation =
        new("Elsewhere", "GET", "/elsewhere", ApiResults.Json<Pet, Pet>(), security: PetClientTables.Security) { Server = "https://other.example/v2" };

    private static readonly ApiPaging<PetPage, Pet> ListPaging =
        ApiPaging.Offset<PetPage, Pet>("limit", "offset", 100, static page => page.Items, static page => page.TotalCount);

    private static readonly ApiPaging<IReadOnlyList<Pet>, Pet> BarePaging =
        ApiPaging.Offset<IReadOnlyList<Pet>, Pet>("limit", "offset", 2, static page => page);

    private static readonly ApiPaging<PetPage, Pet> NumberPaging =
        ApiPaging.Page<PetPage, Pet>("limit", "page", 2, static page => page.Items, static page => page.TotalCount, startsAtOne: true);

    private static readonly ApiPaging<PetPage, Pet> CursorPaging =
        ApiPaging.Cursor<PetPage, Pet>("limit", "cursor", 2, static page => page.Items, static page => page.Next, static page => page.HasMore);

    public PetOperations(PetClient client)
        : base(client)
    {
    }

    protected PetOperations()
    {
    }

    public virtual Task<Pet> GetAsync(string petId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(GetOperation, PetRequest(petId), options, cancellationToken);

    public virtual Task<ApiResponse<Pet>> GetWithResponseAsync(string petId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendWithResponseAsync(GetOperation, PetRequest(petId), options, cancellationToken);

    public virtual Task<PetPage> ListAsync(ListPetsParameters? parameters = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(ListOperation, ListRequest("/pets", parameters), options, cancellationToken);

    public virtual IAsyncEnumerable<Pet> ListAllAsync(ListPetsParameters? parameters = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        AllAsync(ListPaging, ListOperation, ListRequest("/pets", parameters), options, cancellationToken);

    public virtual IAsyncEnumerable<Pet> ListAllBareAsync(ListPetsParameters? parameters = null, CancellationToken cancellationToken = default) =>
        AllAsync(BarePaging, ListBareOperation, ListRequest("/bare", parameters), null, cancellationToken);

    public virtual IAsyncEnumerable<Pet> ListAllByNumberAsync(CancellationToken cancellationToken = default) =>
        AllAsync(NumberPaging, ListOperation, ListRequest("/pets", null), null, cancellationToken);

    public virtual IAsyncEnumerable<Pet> ListAllByCursorAsync(CancellationToken cancellationToken = default) =>
        AllAsync(CursorPaging, ListOperation, ListRequest("/pets", null), null, cancellationToken);

    public virtual Task<Pet> CreateAsync(Pet body, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return SendAsync(CreateOperation, CreateRequest(body), options, cancellationToken);
    }

    public virtual Task<Pet> BanAsync(string petId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(BanOperation, BanRequest(petId), options, cancellationToken);

    public virtual Task<Pet> UpdateAsync(string petId, Pet body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(UpdateOperation, PetRequest(petId, body), options, cancellationToken);

    public virtual Task<Pet> ReplaceAsync(string petId, Pet body, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(ReplaceOperation, PetRequest(petId, body), options, cancellationToken);

    public virtual Task DeleteAsync(string petId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(DeleteOperation, PetRequest(petId), options, cancellationToken);

    public virtual Task<ApiResponse> DeleteWithResponseAsync(string petId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendWithResponseAsync(DeleteOperation, PetRequest(petId), options, cancellationToken);

    public virtual Task CheckAsync(string petId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(HeadOperation, PetRequest(petId), options, cancellationToken);

    public virtual Task<Pet> UploadAsync(string petId, ApiFile photo, string? caption = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(UploadOperation, UploadRequest(petId, photo, caption), options, cancellationToken);

    public virtual Task<Stream> DownloadAsync(string petId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendAsync(DownloadOperation, PhotoRequest(petId), options, cancellationToken);

    public virtual ApiEventStream<Pet> WatchAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        StreamEventsAsync(EventsOperation, new ApiRequest("/events"), options, cancellationToken);

    public virtual Task<ApiResponse<ApiEventStream<Pet>>> WatchWithResponseAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        SendWithResponseAsync(EventsOperation, new ApiRequest("/events"), options, cancellationToken);

    public virtual IAsyncEnumerable<Pet> ExportAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        StreamAsync(LinesOperation, new ApiRequest("/lines"), options, cancellationToken);

    public virtual Task<string> DescribeAsync(string petId, CancellationToken cancellationToken = default) =>
        SendAsync(TextOperation, PetRequest(petId), null, cancellationToken);

    public virtual Task<Pet?> FindAsync(CancellationToken cancellationToken = default) =>
        SendAsync(FindOperation, new ApiRequest("/find"), null, cancellationToken);

    public virtual Task<object?> EitherAsync(CancellationToken cancellationToken = default) =>
        SendAsync(EitherOperation, new ApiRequest("/either"), null, cancellationToken);

    public virtual Task<Pet> AnyKeyAsync(CancellationToken cancellationToken = default) =>
        SendAsync(AnyKeyOperation, new ApiRequest("/any-key"), null, cancellationToken);

    public virtual Task<Pet> OpenAsync(CancellationToken cancellationToken = default) =>
        SendAsync(OpenOperation, new ApiRequest("/open"), null, cancellationToken);

    public virtual Task<Pet> ElsewhereAsync(CancellationToken cancellationToken = default) =>
        SendAsync(ElsewhereOperation, new ApiRequest("/elsewhere"), null, cancellationToken);

    private static ApiRequest PetRequest(string petId, Pet? body = null) =>
        new ApiRequest("/pets/").Path<string, StringJson>(petId, nameof(petId)).OptionalJsonBody<Pet, Pet>("application/json", body);

    private static ApiRequest BanRequest(string petId) =>
        new ApiRequest("/pets/").Path<string, StringJson>(petId, nameof(petId)).Literal("/ban");

    private static ApiRequest PhotoRequest(string petId) =>
        new ApiRequest("/pets/").Path<string, StringJson>(petId, nameof(petId)).Literal("/photo");

    private static ApiRequest UploadRequest(string petId, ApiFile photo, string? caption) =>
        new ApiRequest("/pets/")
            .Path<string, StringJson>(petId, nameof(petId))
            .Literal("/photo")
            .MultipartBody("multipart/form-data")
            .Part<string, StringJson>("caption", caption)
            .PartFile("file", photo);

    private static ApiRequest CreateRequest(Pet body) =>
        new ApiRequest("/pets").JsonBody<Pet, Pet>("application/json", body);

    private static ApiRequest ListRequest(string path, ListPetsParameters? parameters) =>
        new ApiRequest(path)
            .QueryValue<long, Int64Json>("limit", parameters?.Limit)
            .QueryValue<long, Int64Json>("offset", parameters?.Offset)
            .Query<string, StringJson>("query", parameters?.Query)
            .QueryList<string, StringJson>("status", parameters?.Status, ParameterStyle.Form, explode: true)
            .Header<string, StringJson>("X-Trace", parameters?.Trace);
}
