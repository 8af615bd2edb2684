using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClerkGen.Testing;
using Microsoft.OpenApi;

namespace ClerkGen.Client.Tests;

/// <summary>
/// An emitted client, driven by reflection with arguments that come from the document alone. It finds an operation's methods by the method
/// and path template that the emitted descriptor carries; names are not assumed.
/// </summary>
internal sealed class ReflectedClient
{
    private readonly object _client;
    private readonly Dictionary<(string Method, string Path), ReflectedOperation> _operations = [];

    private ReflectedClient(object client)
    {
        _client = client;
        foreach (PropertyInfo property in client.GetType().GetProperties())
        {
            if (!typeof(ApiOperationGroup).IsAssignableFrom(property.PropertyType))
            {
                continue;
            }

            object group = property.GetValue(_client)!;
            foreach (FieldInfo field in property.PropertyType.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (ReflectedOperation.Find(group, property.Name, field) is { } operation)
                {
                    _operations.Add((operation.Method, operation.PathTemplate), operation);
                }
            }
        }
    }

    /// <summary>Number of operations that the client has.</summary>
    public int Count => _operations.Count;

    /// <summary>Creates the only client of <paramref name="assembly"/> with a credential for every scheme.</summary>
    /// <param name="assembly">The consumer.</param>
    /// <param name="baseAddress">The server.</param>
    /// <param name="basicSchemes">Schemes whose credential is a user and a password.</param>
    /// <param name="change">Sets further options, or null.</param>
    /// <param name="http">Sends the requests, or null for the shared pool.</param>
    public static ReflectedClient Create(
        Assembly assembly,
        Uri baseAddress,
        IEnumerable<string> basicSchemes,
        Action<ApiClientOptions>? change = null,
        HttpClient? http = null)
    {
        Type type = assembly.GetTypes().Single(candidate => typeof(ApiClient).IsAssignableFrom(candidate));
        ConstructorInfo constructor = type.GetConstructors().Single(candidate =>
            candidate.GetParameters() is [{ ParameterType: var first }, ..] && typeof(ApiClientOptions).IsAssignableFrom(first));
        var options = (ApiClientOptions)Activator.CreateInstance(constructor.GetParameters()[0].ParameterType)!;
        options.BaseAddress = baseAddress;
        foreach (PropertyInfo property in options.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        {
            if (property.PropertyType == typeof(string) && property.CanWrite)
            {
                property.SetValue(
                    options,
                    basicSchemes.Any(scheme => JsonArguments.Squash(scheme) == JsonArguments.Squash(property.Name)) ? "user:password" : "sk_test_contract");
            }
        }

        change?.Invoke(options);
        object?[] arguments = [options, .. constructor.GetParameters().Skip(1).Select(_ => http)];
        return new ReflectedClient(constructor.Invoke(arguments));
    }

    /// <summary>The emitted operation for one of the document, or null when the client lacks it.</summary>
    public ReflectedOperation? Find(DocumentOperation operation) => _operations.GetValueOrDefault((operation.Method, operation.Path));
}

/// <summary>One emitted operation: its group, its method and what the method's parameters are.</summary>
internal sealed class ReflectedOperation
{
    private readonly object _group;
    private readonly MethodInfo _method;

    private ReflectedOperation(object group, string groupName, string stem, MethodInfo method, string httpMethod, string pathTemplate)
    {
        _group = group;
        _method = method;
        GroupName = groupName;
        MethodName = stem;
        Method = httpMethod;
        PathTemplate = pathTemplate;
    }

    /// <summary>Name of the client's property.</summary>
    public string GroupName { get; }

    /// <summary>Name of the method without <c>Async</c>.</summary>
    public string MethodName { get; }

    /// <summary>HTTP method.</summary>
    public string Method { get; }

    /// <summary>Path template of the document.</summary>
    public string PathTemplate { get; }

    /// <summary>Whether the method gives the body as it came.</summary>
    public bool GivesStream => _method.ReturnType == typeof(Task<Stream>);

    /// <summary>Whether the method gives the items of the body one by one.</summary>
    public bool GivesItems => IsSequence(_method.ReturnType);

    private static bool IsSequence(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) || type.GetGenericTypeDefinition() == typeof(ApiEventStream<>));

    /// <summary>The result of the last call, before it became JSON.</summary>
    public object? LastResult { get; private set; }

    /// <summary>The operation behind a descriptor field, or null when the field is something else.</summary>
    public static ReflectedOperation? Find(object group, string groupName, FieldInfo field)
    {
        const string Suffix = "Operation";
        if (field.GetValue(null) is not GeneratedSupport.ApiOperation descriptor || !field.Name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        string stem = field.Name[..^Suffix.Length];
        MethodInfo method = group.GetType().GetMethod(stem + "Async")
            ?? throw new MissingMethodException(group.GetType().Name, stem + "Async");
        return new ReflectedOperation(group, groupName, stem, method, descriptor.Method.Method, descriptor.PathTemplate);
    }

    /// <summary>Calls the operation with a sample's arguments.</summary>
    /// <returns>The value as JSON, text, bytes, or null for no value.</returns>
    public async Task<JsonNode?> CallAsync(OperationSample sample)
    {
        object? result = Invoke(Arguments(sample));
        if (result is Task task)
        {
            await task;
            result = _method.ReturnType.IsGenericType ? task.GetType().GetProperty("Result")!.GetValue(task) : null;
            LastResult = result;
            return await ToJsonAsync(result, _method.ReturnType.IsGenericType ? _method.ReturnType.GetGenericArguments()[0] : typeof(void));
        }

        return await ToJsonAsync(result, _method.ReturnType);
    }

    /// <summary>Calls the operation and drains what it gives, without looking at it.</summary>
    /// <param name="arguments">Values of <see cref="Arguments"/>; the request options are replaced.</param>
    /// <param name="options">The options of the call.</param>
    public async Task DrainAsync(object?[] arguments, RequestOptions options)
    {
        object?[] own = [.. arguments];
        own[Array.FindIndex(_method.GetParameters(), static parameter => parameter.ParameterType == typeof(RequestOptions))] = options;
        object? result = Invoke(own);
        if (result is Task task)
        {
            await task;
            result = _method.ReturnType.IsGenericType ? task.GetType().GetProperty("Result")!.GetValue(task) : null;
        }

        if (result is Stream stream)
        {
            await using (stream)
            {
                await stream.CopyToAsync(Stream.Null);
            }
        }
        else if (IsSequence(_method.ReturnType))
        {
            await ToJsonAsync(result, _method.ReturnType);
        }
    }

    /// <summary>Invokes the method; what it throws at once is thrown as it is.</summary>
    private object? Invoke(object?[] arguments)
    {
        try
        {
            return _method.Invoke(_group, arguments);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException);
            throw;
        }
    }

    private static async Task<JsonNode?> ToJsonAsync(object? result, Type type)
    {
        switch (result)
        {
            case null:
                return null;
            case Stream stream:
                await using (stream)
                {
                    using var copy = new MemoryStream();
                    await stream.CopyToAsync(copy);
                    return Convert.ToBase64String(copy.ToArray());
                }

            case string text:
                return text;
        }

        if (IsSequence(type))
        {
            return await (Task<JsonNode?>)typeof(ReflectedOperation)
                .GetMethod(nameof(CollectAsync), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type.GetGenericArguments()[0])
                .Invoke(null, [result])!;
        }

        return JsonSerializer.SerializeToNode(result, type);
    }

    private static async Task<JsonNode?> CollectAsync<T>(IAsyncEnumerable<T> items)
    {
        var array = new JsonArray();
        await foreach (T item in items)
        {
            array.Add(JsonSerializer.SerializeToNode(item));
        }

        return array;
    }

    /// <summary>The method's arguments for a sample; those of the path come first, in the template's order.</summary>
    public object?[] Arguments(OperationSample sample)
    {
        ParameterInfo[] parameters = _method.GetParameters();
        object?[] arguments = new object?[parameters.Length];
        int next = 0;
        foreach (string name in PathParameterNames())
        {
            SampleParameter value = sample.Parameters.Single(candidate => candidate.Part == $"path {name}");
            arguments[next] = JsonArguments.Convert(value.Value, parameters[next].ParameterType);
            next++;
        }

        // The rest is the body, the parameters object, the request options and the cancellation token. The first two may be missing.
        for (; next < parameters.Length; next++)
        {
            ParameterInfo parameter = parameters[next];
            if (parameter.ParameterType == typeof(RequestOptions) || parameter.ParameterType == typeof(CancellationToken))
            {
                arguments[next] = parameter.DefaultValue is DBNull or null
                    ? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)
                    : parameter.DefaultValue;
            }
            else if (parameter.ParameterType.Name.EndsWith("Parameters", StringComparison.Ordinal)
                && !JsonArguments.IsJson(parameter.ParameterType)
                && parameter.ParameterType.Assembly == _group.GetType().Assembly)
            {
                arguments[next] = ParametersObject(parameter.ParameterType, sample);
            }
            else
            {
                arguments[next] = sample.Body is { } body ? JsonArguments.Body(body, parameter.ParameterType) : null;
            }
        }

        return arguments;
    }

    /// <summary>The method's result.</summary>
    public Type ReturnType => _method.ReturnType;

    /// <summary>Types of the path's parameters, in the template's order.</summary>
    public IReadOnlyList<Type> PathParameterTypes =>
        [.. _method.GetParameters().Take(PathParameterNames().Count()).Select(static parameter => parameter.ParameterType)];

    private IEnumerable<string> PathParameterNames()
    {
        foreach (string part in PathTemplate.Split('{').Skip(1))
        {
            // Some documents keep RFC 6570's operators in the braces.
            yield return part[..part.IndexOf('}', StringComparison.Ordinal)].TrimStart('.', ';').TrimEnd('*');
        }
    }

    // Parameters with one name in several places: the later ones are named after their place.
    private static PropertyInfo? FindProperty(Type type, IOpenApiParameter parameter, DocumentOperation operation)
    {
        IOpenApiParameter[] inObject = [.. operation.Parameters.Where(other => other.In != ParameterLocation.Path)];
        return (inObject.Any(other => other != parameter && other.Name == parameter.Name)
                ? JsonArguments.FindProperty(type, $"{parameter.Name} {parameter.In}", [$"{parameter.Name} {parameter.In}"])
                : null)
            ?? JsonArguments.FindProperty(type, parameter.Name!, inObject.Select(other => other.Name!).Distinct());
    }

    private static object ParametersObject(Type type, OperationSample sample)
    {
        object parameters = Activator.CreateInstance(type)!;
        foreach (SampleParameter value in sample.Parameters)
        {
            if (value.Part.StartsWith("path ", StringComparison.Ordinal))
            {
                continue;
            }

            PropertyInfo property = FindProperty(type, value.Parameter, sample.Operation)
                ?? throw new MissingMemberException(type.Name, value.Parameter.Name);
            property.SetValue(parameters, JsonArguments.Convert(value.Value, property.PropertyType));
        }

        return parameters;
    }
}
