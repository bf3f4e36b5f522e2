using Salient.Locating.Gazetteers;

namespace Salient.Locating.Resolving;

/// <summary>What counts how much in choosing among the bearers of a name, in nats.</summary>
internal static class Weights
{
    public const float Population = 0.35f;
    public const float City = 1.5f;
    public const float LargeCity = 6;
    public const int Large = 100_000;
    public const float Unknown = 400;
    public const float Theatre = 2.5f;
    public const float FrontNear = 12f;
    public const float FrontNearKm = 22;
    public const float FrontFar = 0.4f;
    public const float FrontFarKm = 100;
    public const float DivisionBeside = 9;
    public const float DivisionSentence = 5;
    public const float DivisionParagraph = 1.5f;
    public const float DivisionReport = 0.5f;
    public const float SameName = 1.5f;
    public const float NearSentence = 2.8f;
    public const float NearJoined = 3;
    public const float NearParagraph = 0.5f;
    public const float NearReport = 0.6f;
    public const float NearMost = 9;
    public const float NearKm = 25;
    public const float NearTail = 0.4f;
    public const float NearTailKm = 120;

    public static float Kind(PlaceKind kind) => kind switch
    {
        PlaceKind.Country => 6,
        PlaceKind.Region => 3,
        PlaceKind.Capital => 2,
        PlaceKind.Centre => 1,
        PlaceKind.Seat => 0.5f,
        PlaceKind.Oblast => 1,
        PlaceKind.Raion => 1.2f,
        PlaceKind.OldRaion => 0.6f,
        PlaceKind.Gone => -1.5f,
        PlaceKind.Section => -1f,
        PlaceKind.Spot => 2,
        _ => 0,
    };

    public static float Grade(NameGrade grade) => grade switch
    {
        NameGrade.Main => 0,
        NameGrade.Variant => -0.4f,
        _ => -2f,
    };
}
