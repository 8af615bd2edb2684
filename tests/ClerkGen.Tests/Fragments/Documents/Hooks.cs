namespace Shop;

/// <summary>Marks each request.</summary>
public partial class ItemsOperations
{
    partial void OnSending(global::ClerkGen.ApiCallContext call, global::System.Net.Http.HttpRequestMessage request) =>
        request.Headers.Add("X-Trace", "1");
}
