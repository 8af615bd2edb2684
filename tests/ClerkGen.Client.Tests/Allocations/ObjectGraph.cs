using System.Reflection;
using System.Runtime.CompilerServices;
using ClerkGen.Testing;

namespace ClerkGen.Client.Tests.Allocations;

/// <summary>The objects that a value is made of, and how many bytes it takes to make each of them by hand.</summary>
internal sealed class ObjectGraph
{
    /// <summary>How often things are made to count what that allocates.</summary>
    public const int Runs = 10;

    private readonly HashSet<object> _objects = new(ReferenceEqualityComparer.Instance);

    private ObjectGraph()
    {
    }

    /// <summary>Everything that can be reached from a value, itself included.</summary>
    public static ObjectGraph Of(object value)
    {
        var graph = new ObjectGraph();
        graph.Add(value);
        return graph;
    }

    /// <summary>Bytes of the objects that another value does not share with this one.</summary>
    public long BytesWithout(ObjectGraph other) => _objects.Where(item => !other._objects.Contains(item)).Sum(static item => AllocatedBytes.Of(() => Create(item), Runs));

    private static object Create(object like) => like switch
    {
        string text => new string(text.AsSpan()),
        Array array => Array.CreateInstance(array.GetType().GetElementType()!, array.Length),
        _ => RuntimeHelpers.GetUninitializedObject(like.GetType()),
    };

    private void Add(object? item)
    {
        if (item is null or Type or Delegate or Pointer)
        {
            return;
        }

        if (!item.GetType().IsValueType && !_objects.Add(item))
        {
            return;
        }

        if (item is Array array)
        {
            if (!array.GetType().GetElementType()!.IsPrimitive)
            {
                foreach (object? element in array)
                {
                    Add(element);
                }
            }
        }
        else if (item is not string)
        {
            AddFields(item);
        }
    }

    private void AddFields(object item)
    {
        for (Type? type = item.GetType(); type is not null && !type.IsPrimitive && !type.IsEnum; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer && !field.FieldType.IsPrimitive)
                {
                    object? value = field.GetValue(item);
                    // A field of type object with a struct in it has a box of its own; for any other the box is of this very look.
                    if (value is ValueType && !field.FieldType.IsValueType)
                    {
                        _objects.Add(value);
                    }

                    Add(value);
                }
            }
        }
    }
}
