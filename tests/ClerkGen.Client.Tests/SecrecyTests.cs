using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ClerkGen.Client.Tests;

/// <summary>The bundled client's types print neither keys in options nor secrets and personal data in models.</summary>
public sealed class SecrecyTests
{
    private const string Canary = "canary-of-these-tests-0123456789";

    private static Assembly Emitted => EmittedClient.Of(Path.Combine(AppContext.BaseDirectory, "clerk-backend.yaml")).Assembly;

    [Fact]
    public void Options_give_no_credential_to_json_text_or_debuggers()
    {
        Type type = Emitted.GetTypes().Single(static type => type.IsSubclassOf(typeof(ApiClientOptions)));
        object options = Activator.CreateInstance(type)!;
        type.GetProperty("SecretKey")!.SetValue(options, Canary);

        string json = JsonSerializer.Serialize(options, type);

        Assert.Contains("MaxRetries", json, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, json, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, options.ToString(), StringComparison.Ordinal);
        Type view = Type.GetType(type.GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName)!;
        object proxy = Activator.CreateInstance(view, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, null, [options], null)!;
        Assert.All(view.GetProperties(), property => Assert.DoesNotContain(Canary, property.GetValue(proxy)?.ToString() ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public void Models_print_no_value_of_a_member_but_their_id()
    {
        int checkedTypes = 0;
        foreach (Type type in Emitted.GetTypes().Where(static type => type.IsClass && !type.IsAbstract && JsonArguments.IsJson(type)))
        {
            object? model = Filled(type);
            if (model is null)
            {
                continue;
            }

            checkedTypes++;
            if (type.GetProperty("Id", typeof(string)) is { CanWrite: true } id)
            {
                id.SetValue(model, "id_1");
            }

            Assert.False(model.ToString()!.Contains(Canary, StringComparison.Ordinal), $"{type.Name} prints its members");
            string? display = type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value;

            // A debugger's list shows which one it is, and no member that could be secret.
            Assert.True(display is null or "{ToString(),nq}" or "{Id}" or "{Value}", $"{type.Name}: {display}");
        }

        Assert.True(checkedTypes > 200, $"only {checkedTypes} types");
    }

    /// <summary>A model with the canary in each member that can hold text, or null when no member can.</summary>
    private static object? Filled(Type type)
    {
        object model = RuntimeHelpers.GetUninitializedObject(type);

        int filled = 0;
        foreach (PropertyInfo property in type.GetProperties().Where(static property => property is { CanWrite: true, PropertyType: var type } && type == typeof(string)))
        {
            property.SetValue(model, Canary);
            filled++;
        }

        return filled > 0 ? model : null;
    }
}
