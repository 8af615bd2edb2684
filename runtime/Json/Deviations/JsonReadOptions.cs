using System.ComponentModel;

namespace ClerkGen.GeneratedSupport;

/// <summary>How a body is read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonReadOptions
{
    /// <summary>Default of <see cref="MaxDepth"/>, in levels.</summary>
    public const int DefaultMaxDepth = 64;

    private readonly int _maxDepth;

    /// <summary>How many arrays and objects may be open at once: at least 1; 0 means <see cref="DefaultMaxDepth"/>.</summary>
    public int MaxDepth
    {
        get => _maxDepth == 0 ? DefaultMaxDepth : _maxDepth;
        init => _maxDepth = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Whether the first deviation is an <see cref="ApiReadException"/>.</summary>
    public bool Strict { get; init; }

    /// <summary>
    /// Called for each deviation after the body was read, on the thread that read it. Null costs nothing; with a listener a body without
    /// deviations costs nothing either.
    /// </summary>
    public Action<ApiDeviation>? Listener { get; init; }

    /// <summary>Operation id that each deviation names, or null.</summary>
    public string? OperationId { get; init; }
}
