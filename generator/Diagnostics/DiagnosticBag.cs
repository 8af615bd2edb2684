using System.Globalization;
using System.Text;
using ClerkGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ClerkGen.Generator.Diagnostics;

/// <summary>Collects the diagnostics of translation. Equal diagnostics count once, because several operations may share a part.</summary>
internal sealed class DiagnosticBag
{
    private const int MaximumArgumentLength = 200;

    private readonly HashSet<TranslationDiagnostic> _seen = [];
    private readonly List<TranslationDiagnostic> _items = [];
    private readonly DiagnosticLimit _limit = new();

    /// <summary>In the order in which they were reported first.</summary>
    public IReadOnlyList<TranslationDiagnostic> Items => _items;

    /// <summary>Whether diagnostics were dropped.</summary>
    public bool IsCut => _limit.IsExceeded;

    /// <param name="descriptor">The descriptor.</param>
    /// <param name="pointer">JSON pointer of the part, without <c>#</c>.</param>
    /// <param name="arguments">Arguments of the message. They may be text of the document.</param>
    public void Report(DiagnosticDescriptor descriptor, string pointer, params string[] arguments) =>
        Add(new TranslationDiagnostic(descriptor, pointer, new EquatableArray<string>(Array.ConvertAll(arguments, Printable))));

    /// <summary>Takes over what another bag collected.</summary>
    public void Add(DiagnosticBag other) => other._items.ForEach(Add);

    private void Add(TranslationDiagnostic diagnostic)
    {
        if (!_seen.Contains(diagnostic) && _limit.TryAdd(diagnostic.Descriptor))
        {
            _seen.Add(diagnostic);
            _items.Add(diagnostic);
        }
    }

    /// <summary>A message ends up in terminals and logs: no line ends, controls or bidi marks of the document, and no end of it.</summary>
    public static string Printable(string text)
    {
        StringBuilder printable = new();
        foreach (char c in text)
        {
            if (printable.Length >= MaximumArgumentLength)
            {
                printable.Append('…');
                break;
            }

            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(c);
            printable.Append(
                category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                    ? '\uFFFD'
                    : c);
        }

        return printable.ToString();
    }
}
