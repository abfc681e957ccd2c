using System.Diagnostics;
using System.Globalization;

namespace ThreatBoard.Benchmarks;

/// <summary>Prints figures, and takes times.</summary>
public static class Figures
{
    public static void Print(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {(value >= 100 ? Math.Round(value) : Math.Round(value, 2))} {unit}"));

    /// <summary>The median of what some runs gave, and their range where there was more than one.</summary>
    public static void PrintMedian(string name, IReadOnlyCollection<double> values, string unit)
    {
        Print(name, Percentile(values, 50), unit);
        if (values.Count == 1) return;
        Print($"{name}.least", values.Min(), unit);
        Print($"{name}.most", values.Max(), unit);
    }

    /// <summary>The median of some runs in milliseconds, after one that is not counted.</summary>
    public static double MedianOf(int runs, Action run)
    {
        run();
        return Percentile([.. Enumerable.Range(0, runs).Select(_ => Time(run))], 50);
    }

    public static double Time(Action run)
    {
        var start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <param name="percent">0 to 100.</param>
    public static double Percentile(IReadOnlyCollection<double> values, int percent) =>
        values.Order().ElementAt(Math.Min(values.Count - 1, values.Count * percent / 100));
}
