using Salient.Locating.Gazetteers;

namespace Salient.Locating.Resolving;

/// <summary>What counts how much in choosing among the bearers of a name, in nats.</summary>
internal static class Weights
{
    public const float Population = 0.35f;
    public const float City = 1;
    public const float LargeCity = 5;
    public const float Metropolis = 6;
    public const int Large = 100_000;
    public const int MetropolisSize = 500_000;
    public const float OlderName = 0.5f;
    public const float Town = 4;
    public const int TownSize = 20_000;
    public const float Unknown = 200;
    public const float Theatre = 2.5f;
    public const float FrontNear = 16;
    public const float FrontNearKm = 12;
    public const float Undated = 0.25f;
    public const float FrontFar = 0.4f;
    public const float FrontFarKm = 100;
    public const float DivisionBeside = 20;
    public const float DivisionSentence = 8;
    public const float DivisionParagraph = 1.5f;
    public const float DivisionReport = 0.5f;
    public const float SameName = 1.5f;
    public const float NearSentence = 2.8f;
    public const float NearJoined = 3;
    public const float NearParagraph = 1;
    public const float NearReport = 0.6f;
    public const float NearMost = 9;
    public const float NearKm = 25;
    public const float NearTail = 0.4f;
    public const float NearTailKm = 120;
    public const float AwayKm = 2;
    public const float Bearing = 10;
    public const float GreatRiver = 3;
    public const float Variant = -0.4f;
    public const float Other = -1;
    public const float OtherBesideTown = 2;
    public const float OtherOfTown = 0.3f;
    public const float LeastShare = 0.35f;
    public const float LeastMargin = 0.15f;

    public static float Kind(PlaceKind kind) => kind switch
    {
        PlaceKind.Country => 6,
        PlaceKind.Region => 3,
        PlaceKind.Capital => 2,
        PlaceKind.Centre => 6,
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
        NameGrade.Variant => Variant,
        _ => Other,
    };
}
