namespace ClerkGen.Generator.Translation;

/// <summary>Names the members that a document adds to the client's options: credentials, server variables and parameters.</summary>
internal sealed class OptionNames
{
    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <param name="optionsType">Identifier of the options class.</param>
    public OptionNames(string optionsType)
    {
        _taken = new HashSet<string>(
            [
                optionsType, "AllowInsecureHttp", "ApiVersion", "AttemptTimeout", "BaseAddress", "Equals", "Finalize", "GetCredential",
                "GetCredentialProvider", "GetHashCode", "GetParameter", "GetServerVariable", "GetType", "MaxDepth", "MaxResponseBytes", "MaxRetries",
                "MaxErrorTextLength", "MemberwiseClone", "OnAttempt", "OnDeviation", "ReferenceEquals", "RetryHandling", "SetCredential",
                "SetCredentialProvider", "SetParameter", "SetParameterValue", "SetServerVariable", "StreamIdleTimeout",
                "StrictReading", "TimeProvider", "Timeout", "ToString", "TrustedServers", "UserAgent", "UserAgentSuffix",
            ],
            StringComparer.Ordinal);
    }

    /// <summary>A credential, which is a property and another one with <c>Provider</c> behind.</summary>
    public string Credential(string wanted)
    {
        string name = wanted;
        while (_taken.Contains(name) || _taken.Contains(name + "Provider"))
        {
            name = Numbered(wanted + "Credential");
        }

        _taken.Add(name);
        _taken.Add(name + "Provider");
        return name;
    }

    /// <summary>A server variable.</summary>
    public string Variable(string wanted) => Take(wanted, "Server" + wanted);

    /// <summary>A parameter that all operations require.</summary>
    public string Parameter(string wanted) => Take(wanted, Identifiers.Join(wanted, "Parameter"));

    private string Take(string wanted, string otherwise)
    {
        string name = wanted;
        while (!_taken.Add(name))
        {
            name = Numbered(otherwise);
        }

        return name;
    }

    // The next one each time, so that thousands that want one name do not try all that others have.
    private string Numbered(string name)
    {
        int number = _numbers.TryGetValue(name, out int last) ? last + 1 : 1;
        _numbers[name] = number;
        return number == 1 ? name : Identifiers.Join(name, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
