using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ThreatBoard.Architecture.Tests.Sources;
using ThreatBoard.Domain.Catalogue;
using ThreatBoard.Domain.Risk;

namespace ThreatBoard.Architecture.Tests.Checks;

/// <summary>Every rule stands in an explicit list, carries a whole card with a code of its own, and has a test class.</summary>
public static partial class RuleCatalogue
{
    public static IEnumerable<Type> RulesIn(IEnumerable<Type> types) => types.Where(type => !type.IsAbstract && type.GetInterfaces().Any(IsRule));

    /// <summary>What the public lists named <c>All</c> hold, in their order; those of families are a part of them.</summary>
    public static IEnumerable<object> Listed(IEnumerable<Type> types) =>
        from type in types
        let list = type.GetProperty("All", BindingFlags.Public | BindingFlags.Static)
        where type.IsPublic && list is not null && list.PropertyType.GetInterfaces().Any(IsListOfRules)
        from rule in ((IEnumerable)list.GetValue(null)!).Cast<object>()
        select rule;

    public static RuleCard CardOf(object rule) => (RuleCard)rule.GetType().GetProperty(nameof(IThreatRule<>.Card))!.GetValue(rule)!;

    public static IEnumerable<string> InNoList(IEnumerable<Type> rules, IEnumerable<object> listed)
    {
        var known = listed.Select(rule => rule.GetType()).ToHashSet();
        return rules.Where(rule => !known.Contains(rule)).Select(rule => $"{rule.Name} stands in no list");
    }

    public static IEnumerable<string> SharedCodes(IEnumerable<RuleCard> cards) =>
        cards.GroupBy(card => card.Code).Where(same => same.Count() > 1).Select(same => $"{same.Key} is the code of {string.Join(" and ", same.Select(c => c.Title))}");

    public static IEnumerable<string> UnfinishedCards(IEnumerable<RuleCard> cards) =>
        from card in cards
        from problem in Problems(card)
        select $"{card.Code} {problem}";

    public static IEnumerable<string> WithoutTest(IEnumerable<Type> rules, IEnumerable<SourceFile> tests)
    {
        var tested = tests.SelectMany(file => file.Syntax<ClassDeclarationSyntax>()).Select(type => type.Identifier.Text).ToHashSet();
        return rules.Where(rule => !tested.Contains(rule.Name + "Tests")).Select(rule => $"{rule.Name} has no {rule.Name}Tests");
    }

    private static IEnumerable<string> Problems(RuleCard card)
    {
        if (!Code().IsMatch(card.Code)) yield return "is no code such as FLOW-001";
        if (card.Title.Length is 0 or > 100) yield return "has no title, or one of over 100 characters";
        if (card.Why.Length is 0 or > 400) yield return "does not say why, or takes over 400 characters";
        if (card.Mitigations.Count == 0) yield return "names no mitigation";
        if (Rating.Problem(card.Suggested) is { } problem) yield return problem;
        if (card.Cwe is null && card.Attack is null) yield return "names neither a weakness (CWE) nor a technique (ATT&CK)";
        foreach (var technique in (card.Attack ?? []).Where(t => !Technique().IsMatch(t))) yield return $"names {technique}, which is no technique";
        foreach (var id in Unreadable(card.References ?? new())) yield return $"refers to {id}, which is no id of its catalogue";
    }

    private static IEnumerable<string> Unreadable(RuleReferences references) =>
    [
        .. references.Owasp.Where(id => !TopTen().IsMatch(id)),
        .. references.Cis.Where(id => !Benchmark().IsMatch(id)),
        .. references.Microsoft.Where(id => !Matrix().IsMatch(id)),
        .. references.PodSecurity.Length > 0 && !Standard().IsMatch(references.PodSecurity) ? [references.PodSecurity] : Array.Empty<string>(),
    ];

    private static bool IsRule(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IThreatRule<>);

    private static bool IsListOfRules(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) && IsRule(type.GetGenericArguments()[0]);

    [GeneratedRegex(@"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*-\d{2,3}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^T\d{4}(\.\d{3})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Technique();

    [GeneratedRegex(@"^K(0[1-9]|10)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex TopTen();

    [GeneratedRegex(@"^[1-5]\.\d{1,2}(\.\d{1,2})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Benchmark();

    [GeneratedRegex(@"^MS-TA90\d\d$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Matrix();

    [GeneratedRegex("^(baseline|restricted): [A-Z/]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Standard();
}
