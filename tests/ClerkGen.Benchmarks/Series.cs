using System.Globalization;

namespace ClerkGen.Benchmarks;

/// <summary>The measurements of one contestant, round by round.</summary>
internal sealed class Series(string name)
{
    private readonly List<double> _values = [];

    public string Name { get; } = name;

    public double Median => Middle(_values);

    public void Add(double value) => _values.Add(value);

    /// <summary>Median and spread, with so many digits behind the point.</summary>
    public string Show(int digits)
    {
        string format = "F" + digits.ToString(CultureInfo.InvariantCulture);
        return $"{Number(Median)} ({Number(_values.Min())} – {Number(_values.Max())})";

        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Median and spread of the ratios taken inside each round, so that a machine that slows down for a while slows both down.</summary>
    public string ShowRatio(Series limit) => Ratio(limit).Show(2);

    /// <summary>The ratios to another contestant, round by round.</summary>
    public Series Ratio(Series limit)
    {
        var ratios = new Series(Name);
        for (int i = 0; i < _values.Count; i++)
        {
            ratios.Add(_values[i] / limit._values[i]);
        }

        return ratios;
    }

    /// <summary>The differences to another contestant, round by round.</summary>
    public Series Over(Series floor)
    {
        var differences = new Series(Name);
        for (int i = 0; i < _values.Count; i++)
        {
            differences.Add(_values[i] - floor._values[i]);
        }

        return differences;
    }

    private static double Middle(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
